import { expect, it } from "vitest";
import {
  leastSquaresLine,
  levelLine,
  lossOfLine,
  turnedLine,
} from "../src/pages/Regression/straightLines.ts";

const rows = {
  x: { data: Float64Array.of(0, 1, 2, 3), shape: [4, 1] },
  y: { data: Float64Array.of(1, 3, 5, 8), shape: [4] },
};

it("leastSquaresLine(rows) is NumPy's polyfit, and lossOfLine(rows, line) its mean squared residual", () => {
  // numpy.polyfit([0, 1, 2, 3], [1, 3, 5, 8], 1) gives 2.3 and 0.8; the residuals are 0.2, -0.1, -0.4 and 0.3.
  const line = leastSquaresLine(rows);
  expect(line.slope).toBeCloseTo(2.3, 6);
  expect(line.intercept).toBeCloseTo(0.8, 6);
  expect(lossOfLine(rows, { slope: 2.3, intercept: 0.8 })).toBeCloseTo(0.075, 12);
});

it("leastSquaresLine(rows) of a column that is the same everywhere is levelLine(rows)", () => {
  const same = { ...rows, x: { data: Float64Array.of(2, 2, 2, 2), shape: [4, 1] } };
  expect(levelLine(same)).toEqual({ slope: 0, intercept: 4.25 });
  expect(leastSquaresLine(same)).toEqual({ slope: 0, intercept: 4.25 });
});

it("turnedLine(line, slope, at) has the slope, and is where it was at that place", () => {
  const turned = turnedLine({ slope: 2, intercept: 1 }, -1, 5);
  expect(turned.slope).toBe(-1);
  expect(turned.slope * 5 + turned.intercept).toBe(11);
});
