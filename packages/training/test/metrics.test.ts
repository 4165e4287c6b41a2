import { describe, expect, it } from "vitest";
import {
  accuracy,
  argMax,
  type ClassificationRow,
  categoricalCrossentropy,
  classificationReport,
  confusionMatrix,
  TrainingError,
} from "../src/index.ts";
import { readReference } from "./readReference.ts";

type ReferenceRow = Record<"precision" | "recall" | "f1-score" | "support", number>;
const reference = readReference<{
  actual: number[];
  predicted: number[];
  probabilities: number[];
  accuracy: number;
  confusionMatrix: number[][];
  report: Record<"0" | "1" | "2" | "3" | "macro avg" | "weighted avg", ReferenceRow>;
  argMax: number[];
  categoricalCrossentropy: number;
}>("metrics");
const { actual, predicted } = reference;
const probabilities = { data: Float32Array.from(reference.probabilities), shape: [60, 4] };

describe("metrics agree with scikit-learn", () => {
  it("accuracy(actual, predicted)", () => {
    expect(accuracy(actual, predicted)).toBeCloseTo(reference.accuracy, 12);
  });

  it("confusionMatrix(actual, predicted, classes), also for a class that never occurs", () => {
    expect(confusionMatrix(actual, predicted, 4)).toEqual(reference.confusionMatrix);
  });

  it("classificationReport(matrix, names), where nothing to divide by counts as 0", () => {
    const report = classificationReport(confusionMatrix(actual, predicted, 4), ["0", "1", "2", "3"]);
    const expectRow = (row: ClassificationRow | undefined, expected: ReferenceRow) => {
      expect(row?.precision).toBeCloseTo(expected.precision, 12);
      expect(row?.recall).toBeCloseTo(expected.recall, 12);
      expect(row?.f1).toBeCloseTo(expected["f1-score"], 12);
      expect(row?.support).toBe(expected.support);
    };
    for (const [index, label] of (["0", "1", "2", "3"] as const).entries()) {
      expectRow(report.classes[index], reference.report[label]);
    }
    expectRow(report.macroAverage, reference.report["macro avg"]);
    expectRow(report.weightedAverage, reference.report["weighted avg"]);
    expect(report.accuracy).toBeCloseTo(reference.accuracy, 12);
  });

  it("argMax(scores)", () => {
    expect([...argMax(probabilities)]).toEqual(reference.argMax);
  });

  it("categoricalCrossentropy(actual, probabilities)", () => {
    expect(categoricalCrossentropy(actual, probabilities)).toBeCloseTo(reference.categoricalCrossentropy, 6);
  });
});

it("argMax(scores) takes the first of equals, as NumPy does", () => {
  expect([...argMax({ data: Float32Array.of(1, 3, 3, 2, 2, 2), shape: [2, 3] })]).toEqual([1, 0]);
});

it("categoricalCrossentropy(actual, probabilities) stays finite at probability 0", () => {
  const certain = { data: Float32Array.of(1, 0), shape: [1, 2] };
  expect(categoricalCrossentropy([1], certain)).toBeCloseTo(-Math.log(1e-7), 9);
});

it("confusionMatrix(actual, predicted, classes) rejects a label outside the classes", () => {
  for (const label of [-1, 2, 0.5, Number.NaN]) {
    expect(() => confusionMatrix([label], [0], 2)).toThrow(TrainingError);
    expect(() => confusionMatrix([0], [label], 2)).toThrow(/integers from 0 to 1/);
  }
});

it("metrics reject lengths that differ and nothing at all", () => {
  expect(() => accuracy([1], [1, 2])).toThrow(/1 actual and 2 predicted/);
  expect(() => accuracy([], [])).toThrow(TrainingError);
  expect(() => categoricalCrossentropy([0, 1], { data: new Float32Array(2), shape: [1, 2] })).toThrow(
    TrainingError,
  );
  expect(() => argMax({ data: new Float32Array(4), shape: [4] })).toThrow(/\[rows, classes\]/);
  expect(() => argMax({ data: Float32Array.of(0.1, 0.9), shape: [2, 1] })).toThrow(/always the first/);
});
