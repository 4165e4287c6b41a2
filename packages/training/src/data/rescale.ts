import type { NdArray } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import { TrainingError } from "../TrainingError.ts";
import { featureStatistics } from "./featureStatistics.ts";

/**
 * Finds the scaling that moves the smallest and the largest value of each feature to the ends of a range, as
 * scikit-learn's `MinMaxScaler` does.
 *
 * Fit it on the training part alone and use the result for the other parts too, whose values may then leave the range.
 * For bytes there is nothing to fit: `{ scale: 1 / 255, offset: 0 }`.
 *
 * @param x `[rows, ..., features]`; the features of images are their channels
 * @param range where the smallest and the largest value go
 * @returns a scale and an offset for each feature; one that never varies goes to the start of the range
 * @throws {TrainingError} `INVALID_ARGUMENT` for no rows, a value that is not finite, or an empty range
 * @example
 * const inputScaling = rescale(train.x); // every feature of train.x from 0 to 1
 */
export function rescale(x: NdArray, range: readonly [start: number, end: number] = [0, 1]): InputScaling {
  const [start, end] = range;
  if (!(Number.isFinite(start) && Number.isFinite(end) && start < end)) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `range must go from a smaller to a larger number, but it is [${range.join(", ")}].`,
    );
  }
  const { minimum, maximum } = featureStatistics(x);
  const scale = Array.from(minimum, (least, feature) => {
    const width = (maximum[feature] as number) - least;
    return (end - start) / (width === 0 ? 1 : width);
  });
  return { scale, offset: scale.map((factor, feature) => start - (minimum[feature] as number) * factor) };
}
