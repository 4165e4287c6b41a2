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

it("rocCurve(actual, scores) calls equal scores together, also the last ones", () => {
  expect(rocCurve([1, 0, 1, 0], [0.9, 0.4, 0.4, 0.4])).toEqual([
    { threshold: Number.POSITIVE_INFINITY, falsePositiveRate: 0, truePositiveRate: 0 },
    { threshold: 0.9, falsePositiveRate: 0, truePositiveRate: 0.5 },
    { threshold: 0.4, falsePositiveRate: 1, truePositiveRate: 1 },
  ]);
});

it.for([
  [[1, 1], "2 and 0"],
  [[0, 0], "0 and 2"],
] as const)("rocCurve(%j, scores) needs positives and negatives", ([actual, counts]) => {
  expect(() => rocCurve(actual, [0.1, 0.2])).toThrow(
    expect.objectContaining({
      code: "INVALID_ARGUMENT",
      message: expect.stringContaining(`there are ${counts}.`),
    }),
  );
});
