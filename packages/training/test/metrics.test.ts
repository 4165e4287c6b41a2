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

it("classificationReport(matrix, names) calls rows as the classes, by their numbers where names lack, and the two averages", () => {
  const report = classificationReport(confusionMatrix([0, 1, 2], [0, 1, 1], 3), ["cat", "dog"]);
  expect(report.classes.map(({ label }) => label)).toEqual(["cat", "dog", "2"]);
  expect([report.macroAverage.label, report.weightedAverage.label]).toEqual([
    "macro average",
    "weighted average",
  ]);
});

it("categoricalCrossentropy(actual, probabilities) keeps a certain answer a little above 0, as Keras does", () => {
  const certain = { data: Float64Array.of(1, 0), shape: [1, 2] };
  expect(categoricalCrossentropy([0], certain)).toBeCloseTo(-Math.log(1 - 1e-7), 12);
});

it.for([-1, 2, 0.5, Number.NaN])(
  "categoricalCrossentropy([%f], probabilities of 2 classes) is refused",
  (label) => {
    const rows = { data: Float32Array.of(0.5, 0.5, 0.5, 0.5), shape: [2, 2] };
    expect(() => categoricalCrossentropy([0, label], rows)).toThrow(
      expect.objectContaining({
        code: "INVALID_ARGUMENT",
        message: `Labels must be integers from 0 to 1, but label 1 is ${label}.`,
      }),
    );
  },
);

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
