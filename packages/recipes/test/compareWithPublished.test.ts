import { expect, it } from "vitest";
import { compareWithPublished, type MeasuredResult } from "../src/index.ts";

const source = "a book";
const accuracy = (value: number): MeasuredResult => ({
  published: { metric: "test accuracy", value: 0.88, tolerance: 0.01, source },
  history: { loss: [0.3] },
  test: { accuracy: value },
});

it.each([
  [0.95, true],
  [0.88, true],
  [0.87, true],
  [0.8699, false],
])(
  "compareWithPublished({ test: { accuracy: %d } }) beside 0.88, give or take 0.01: %s",
  (measured, reached) => {
    expect(compareWithPublished(accuracy(measured))).toEqual([
      { metric: "test accuracy", published: 0.88, tolerance: 0.01, measured, reached },
    ]);
  },
);

it.each([
  [2, true],
  [2.9, true],
  [2.91, false],
])("compareWithPublished({ test: { mae: %d } }) beside 2.6, give or take 0.3: %s", (mae, reached) => {
  const published = { metric: "test MAE", value: 2.6, tolerance: 0.3, source } as const;
  const [row] = compareWithPublished({ published, history: { loss: [9] }, test: { mae } });
  expect(row).toMatchObject({ measured: mae, reached });
});

it("compareWithPublished(result) takes losses of the last epoch, and predictions off on either side", () => {
  const rows = compareWithPublished({
    published: {
      metric: "training MSE",
      value: 53.9,
      tolerance: 2.1,
      source,
      further: [{ metric: "validation MSE", value: 74.1, tolerance: 2.9 }],
    },
    history: { loss: [500, 55], valLoss: [600, 78] },
    test: { mae: 5 },
    predictions: [
      { input: [3], value: 11, tolerance: 1, predicted: 12 },
      { input: [4], value: 14, tolerance: 1, predicted: 12.9 },
    ],
  });
  expect(rows.map(({ metric, measured, reached }) => [metric, measured, reached])).toEqual([
    ["training MSE", 55, true],
    ["validation MSE", 78, false],
    ["prediction for 3", 12, true],
    ["prediction for 4", 12.9, false],
  ]);
});

it("compareWithPublished(result) reaches nothing with what was not measured", () => {
  const published = { metric: "accuracy on real MNIST", value: 0.9, tolerance: 0, source } as const;
  const result = { published, history: { loss: [0.1] }, test: { accuracy: 0.99 } };
  expect(compareWithPublished(result)[0]).toMatchObject({ measured: Number.NaN, reached: false });
  expect(compareWithPublished({ ...result, realMnistAccuracy: 0.93 })[0]?.reached).toBe(true);
});
