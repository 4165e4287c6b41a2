import { expect, it } from "vitest";
import { meanAbsoluteError, meanSquaredError, rSquared, sumOfSquaredErrors } from "../src/index.ts";
import { readReference } from "./readReference.ts";

const { regression } = readReference<{
  regression: Record<"actual" | "predicted", number[]> &
    Record<"meanSquaredError" | "meanAbsoluteError" | "rSquared", number>;
}>("metrics");
const { actual, predicted } = regression;

it("meanSquaredError, meanAbsoluteError and rSquared agree with scikit-learn", () => {
  expect(meanSquaredError(actual, predicted)).toBeCloseTo(regression.meanSquaredError, 12);
  expect(meanAbsoluteError(actual, predicted)).toBeCloseTo(regression.meanAbsoluteError, 12);
  expect(rSquared(actual, predicted)).toBeCloseTo(regression.rSquared, 12);
});

it("sumOfSquaredErrors([1, 0, 0], [0.37, 0.5, 0.13]) is 0.6638, as the courses have it", () => {
  expect(sumOfSquaredErrors([1, 0, 0], [0.37, 0.5, 0.13])).toBeCloseTo(0.6638, 12);
});

it("rSquared(actual, predicted) is 1 or 0 where the actual values do not vary", () => {
  expect(rSquared([2, 2], [2, 2])).toBe(1);
  expect(rSquared([2, 2], [2, 3])).toBe(0);
});

it("regression metrics reject lengths that differ", () => {
  for (const measure of [sumOfSquaredErrors, meanSquaredError, meanAbsoluteError, rSquared]) {
    expect(() => measure([1], [1, 2])).toThrow(expect.objectContaining({ code: "SHAPE_MISMATCH" }));
  }
});
