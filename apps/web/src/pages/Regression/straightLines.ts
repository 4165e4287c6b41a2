import type { Samples } from "@minibatch/datasets";
import { meanSquaredError, ridgeRegression } from "@minibatch/training";
import type { StraightLine } from "../../charts/LineHandles.tsx";

/** The line that one begins to drag: level, through the mean of the targets. */
export function levelLine({ y }: Samples): StraightLine {
  const targets = Array.from(y.data);
  return { slope: 0, intercept: targets.reduce((sum, value) => sum + value, 0) / targets.length };
}

/** The mean squared error of a line on rows of one feature. */
export function lossOfLine({ x, y }: Samples, { slope, intercept }: StraightLine): number {
  return meanSquaredError(
    y.data,
    Float64Array.from(x.data, (value) => slope * value + intercept),
  );
}

/** The line with the smallest {@link lossOfLine} on these rows. */
export function leastSquaresLine({ x, y }: Samples): StraightLine {
  // So small a penalty does not show, and a column that is the same in all rows has the slope 0.
  const { weights, bias } = ridgeRegression(x, y.data, { alpha: 1e-9 });
  return { slope: weights[0] ?? 0, intercept: bias };
}

/** A line with another slope through what it is at a place. */
export function turnedLine({ slope, intercept }: StraightLine, to: number, at: number): StraightLine {
  return { slope: to, intercept: intercept + (slope - to) * at };
}
