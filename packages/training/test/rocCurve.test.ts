import { expect, it } from "vitest";
import { rocAuc, rocCurve } from "../src/index.ts";
import { readReference } from "./readReference.ts";

const { roc } = readReference<{
  roc: Record<"actual" | "scores" | "falsePositiveRate" | "truePositiveRate", number[]> & { auc: number };
}>("metrics");

it("rocCurve(actual, scores) agrees with scikit-learn, equal scores included", () => {
  const points = rocCurve(roc.actual, roc.scores);
  expect(points).toHaveLength(roc.falsePositiveRate.length);
  for (const [index, { falsePositiveRate, truePositiveRate }] of points.entries()) {
    expect(falsePositiveRate).toBeCloseTo(roc.falsePositiveRate[index] ?? Number.NaN, 12);
    expect(truePositiveRate).toBeCloseTo(roc.truePositiveRate[index] ?? Number.NaN, 12);
  }
});

it("rocAuc(actual, scores) agrees with scikit-learn", () => {
  expect(rocAuc(roc.actual, roc.scores)).toBeCloseTo(roc.auc, 12);
  expect(rocAuc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])).toBeCloseTo(0.75, 12);
});

it("rocCurve(actual, scores) needs positives and negatives", () => {
  expect(() => rocCurve([1, 1], [0.1, 0.2])).toThrow(/there are 2 and 0/);
});
