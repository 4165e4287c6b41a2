import { imageUri, seededRandom } from "@minibatch/training";
import type { DataRecord } from "../src/run/DataRecord.ts";
import type { ClassificationContents, RegressionContents } from "../src/run/RunContents.ts";
import { record } from "./record.ts";

const { settings } = record;
const timing = {
  backend: "wasm",
  samplesPerSecond: 1234.5,
  seconds: 65,
  out: "runs/x",
  seed: 1,
  epochs: 3,
  settings,
};

/** What a run leaves that told cats from dogs on images of 2 x 2, one of four wrongly. */
export const classificationContents: ClassificationContents = {
  result: {
    ...timing,
    task: "classification",
    recipe: "digits-cnn",
    dataset: "synthetic-digits",
    parameters: 34_826,
    samples: { train: 900, validation: 100, test: 4 },
    history: { loss: [2, 1], accuracy: [0.5, 0.75] },
    test: { loss: 0.5, accuracy: 0.75 },
    published: {
      metric: "accuracy on real MNIST",
      value: 0.9,
      tolerance: 0,
      source: "a <book>",
      further: [{ metric: "test accuracy", value: 0.7, tolerance: 0.01 }],
    },
  },
  confusion: {
    classNames: ["cat", "dog"],
    matrix: [
      [1, 1],
      [0, 2],
    ],
  },
  samples: {
    shape: [2, 2, 1],
    samples: [{ index: 0, actual: "dog", predicted: "dog", probability: 1, pixels: "AP8A/w==" }],
    mistakes: [{ index: 7, actual: "cat", predicted: "dog", probability: 0.999, pixels: "AAAA/w==" }],
  },
};

/** The address of the only mistake, ink on paper. */
export const mistakeUri: string = imageUri([0, 0, 0, 255], [2, 2, 1], { inverted: true });

const random = seededRandom(1, "regression");
/** Prices around a line, and the line. */
function rows(count: number) {
  const x = Array.from({ length: count }, () => 4 + 4 * random());
  return {
    x,
    y: x.map((rooms) => 9 * rooms - 34 + 12 * (random() - 0.5)),
    predicted: x.map((rooms) => 9 * rooms - 34),
  };
}

/** What a run leaves that fitted a line through prices by rooms. */
export const regressionContents: RegressionContents = {
  result: {
    ...timing,
    task: "regression",
    recipe: "boston-linear",
    dataset: "boston-housing",
    parameters: 2,
    samples: { train: 283, validation: 121, test: 102 },
    history: { loss: [500, 60, 54], valLoss: [400, 90, 75], mae: [20, 6, 5], valMae: [18, 7, 6] },
    test: { loss: 47, mae: 5 },
    predictions: [{ input: [5], value: 17.9, tolerance: 1, predicted: 11 }],
    published: {
      metric: "training MSE",
      value: 53.9,
      tolerance: 2,
      source: "a course",
      further: [{ metric: "validation MSE", value: 74.1, tolerance: 3 }],
    },
  },
  predictions: { feature: "RM", train: rows(404), test: rows(102) },
};

/** What a run leaves that predicts prices from a table of one's own. */
export const tableContents: RegressionContents & { readonly data: DataRecord } = {
  result: {
    ...regressionContents.result,
    recipe: "houses",
    dataset: "houses",
    samples: { train: 30, validation: 5, test: 2 },
    predictions: [],
    published: null,
    baselines: [
      { name: "always the mean", mae: 20 },
      { name: "linear model", mae: 6.5 },
    ],
    importance: [
      { name: "rooms", mean: 86.125, deviation: 13.06 },
      { name: "<age>", mean: -0.5, deviation: 1 },
    ],
  },
  predictions: {
    target: "price",
    train: { y: [1, 2, 3], predicted: [1, 2, 4] },
    test: { names: ["row 8", "row 3"], y: [100, 300], predicted: [101, 250] },
  },
  data: {
    kind: "table",
    title: "houses",
    target: "price",
    columns: [
      { name: "id", kind: "id", missing: 0, distinct: 37, leftOut: "it names the rows" },
      { name: "rooms", kind: "number", missing: 3, distinct: 7 },
      { name: "<age>", kind: "number", missing: 0, distinct: 30, note: "some are below 0" },
      { name: "price", kind: "number", missing: 0, distinct: 37 },
    ],
    notes: ['"id" is left out: it names the rows', '2 rows have no "price" and are left out'],
    testRows: [8, 3],
  },
};

/** What a run leaves that told classes of one's own pictures apart. */
export const picturesContents: ClassificationContents & { readonly data: DataRecord } = {
  result: {
    ...classificationContents.result,
    recipe: "pets",
    dataset: "pets",
    samples: { train: 20, validation: 4, test: 62 },
    test: { loss: 0.3, accuracy: 57 / 62 },
    published: null,
    baselines: [{ name: 'always "cat"', accuracy: 0.4355 }],
  },
  confusion: classificationContents.confusion,
  samples: {
    ...classificationContents.samples,
    mistakes: classificationContents.samples.mistakes.map((mistake) => ({ ...mistake, name: "cat/7.png" })),
  },
  data: {
    kind: "pictures",
    title: "pets",
    counts: [
      { className: "cat", train: 12, validation: 2, test: 27 },
      { className: "dog", train: 8, validation: 2, test: 35 },
    ],
    leftOut: [{ file: "dog/a.heic", reason: "unsupported-format", message: "is HEIC, save it as JPEG" }],
  },
};
