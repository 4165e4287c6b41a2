import { startBackend } from "@minibatch/backends";
import type { Dataset } from "@minibatch/datasets";
import { expectNoLeak } from "@minibatch/testing";
import { beforeAll, expect, it } from "vitest";
import { type Experiment, experimentRecipe, type ModelDescription, trainRecipe } from "../src/index.ts";

beforeAll(() => startBackend("wasm"));

const part = (rows: number) => ({
  x: {
    data: Uint8Array.from({ length: rows * 64 }, (_, at) => (at * 37 + Math.floor(at / 64) * 11) % 256),
    shape: [rows, 8, 8, 1],
  },
  y: { data: Uint8Array.from({ length: rows }, (_, row) => row % 3), shape: [rows] },
});

const dataset: Dataset = {
  name: "own",
  title: "Own",
  description: "",
  task: "classification",
  inputShape: [8, 8, 1],
  classNames: ["a", "b", "c"],
  size: { train: 48, test: 12 },
  files: [],
  mirrors: [],
  license: "",
  citation: "",
  homepage: "",
  load: async () => ({ train: part(48), validation: part(12), test: part(12) }),
};

const experiment = (model: ModelDescription): Experiment => ({
  name: "own",
  data: { pictures: "./own" },
  model,
  schedule: {
    optimizer: "adam",
    learningRate: 0.01,
    batchSize: 16,
    epochs: 2,
    validation: { ownPart: true },
    seed: 4,
  },
});

const layers = [
  {
    class_name: "Conv2D",
    config: {
      filters: 4,
      kernel_size: 3,
      activation: "relu",
      padding: "same",
      kernel_initializer: "he_normal",
    },
  },
  { class_name: "MaxPooling2D", config: { pool_size: 2 } },
  { class_name: "BatchNormalization" },
  { class_name: "Flatten" },
  { class_name: "Dropout", config: { rate: 0.25 } },
  { class_name: "Dense", config: { units: 3, activation: "softmax" } },
];

it.for([
  [{ cnn: { blocks: [{ filters: [4] }], hidden: [8], dropout: 0.5 } }, "Conv 4, pool, Dense 8, dropout 0.5"],
  [{ mlp: { hidden: [8], dropout: 0.2 } }, "Dense 8, dropout 0.2"],
  [{ linear: {} }, "linear"],
  [{ layers }, "Conv2D 4, MaxPooling2D, BatchNormalization, Flatten, Dropout 0.25, Dense 3"],
] as [ModelDescription, string][])(
  "experimentRecipe(experiment, dataset) trains %j, and the same again from its JSON",
  ([model, architecture]) =>
    expectNoLeak(async () => {
      const first = experimentRecipe(experiment(model), dataset);
      const again = experimentRecipe(JSON.parse(JSON.stringify(experiment(model))) as Experiment, dataset);
      expect(first.architecture).toBe(architecture);
      const [one, other] = [await trainRecipe(first), await trainRecipe(again)];
      expect(one.settings.seed).toBe(4);
      expect(other.history).toEqual(one.history);
      const weights = [one, other].map(({ model }) =>
        model.getWeights().map((weight) => [...weight.dataSync()]),
      );
      expect(weights[1]).toEqual(weights[0]);
      one.model.dispose();
      other.model.dispose();
    }),
);

it("experimentRecipe(experiment, dataset) standardizes the columns of a built-in dataset by its training rows, and no others", () =>
  expectNoLeak(async () => {
    // A proline of wine in hundreds beside a hue of about one.
    const columns = (rows: number, from: number) => ({
      x: {
        data: Float64Array.from({ length: 2 * rows }, (_, at) =>
          at % 2 === 0 ? 700 + 9 * (from + at) : 1 + at / 100,
        ),
        shape: [rows, 2],
      },
      y: part(rows).y,
    });
    const train = columns(12, 0);
    const wine: Dataset = {
      ...dataset,
      inputShape: [2],
      featureNames: ["proline", "hue"],
      load: async () => ({ train, validation: columns(6, 40), test: columns(6, 80) }),
    };
    const scalings = [];
    for (const data of [{ dataset: "wine" }, { table: "wine.csv", target: "kind" }]) {
      const own = { ...experiment({ linear: {} }), data };
      const { model, metadata } = await trainRecipe(experimentRecipe(own, wine));
      scalings.push(metadata.inputScaling);
      model.dispose();
    }
    // By hand: 12 values 18 apart, from 700 on, and 12 values 0.02 apart, from 1.01 on; sqrt((12 ** 2 - 1) / 12) deviates 1 apart.
    const mean = [799, 1.12];
    const deviation = [62.136945, 0.06904105];
    const { scale, offset } = scalings[0] as { scale: number[]; offset: number[] };
    for (const [at, spread] of deviation.entries()) {
      expect(scale[at]).toBeCloseTo(1 / spread, 6);
      expect(offset[at]).toBeCloseTo(-(mean[at] ?? Number.NaN) / spread, 6);
    }
    expect(scalings[1]).toEqual({ scale: 1, offset: 0 });
  }));

it.for([
  [[{ class_name: "Denso" }], 'There is no layer "Denso". Is dense meant?'],
  [
    [{ class_name: "Dense", config: { units: 3, kernel_initializer: "he_normel" } }],
    'kernel_initializer "he_normel" is unknown.',
  ],
  [
    [{ class_name: "Flatten" }, { class_name: "Dense", config: { units: 3, activaton: "softmax" } }],
    'Layer 2, Dense, cannot be made: it has no argument "activaton". Is "activation" meant?',
  ],
  [
    [{ class_name: "Conv2D", config: { filters: 3, kernel_size: 3, stride: 2 } }],
    'Layer 1, Conv2D, cannot be made: it has no argument "stride". Is "strides" meant?',
  ],
  [[{ class_name: "Dense", config: { units: -1 } }], "Layer 1, Dense, cannot be made: "],
  [
    [{ class_name: "Flatten" }, { class_name: "Dense", config: { units: 5 } }],
    "The last layer gives [5] for each row, and the data have 3 classes: end with a Dense layer of 3 units.",
  ],
] as const)("experimentRecipe(experiment).createModel refuses the layers %j", ([wrong, message]) =>
  expectNoLeak(() => {
    const recipe = experimentRecipe(experiment({ layers: wrong }), dataset);
    expect(() => recipe.createModel(1)).toThrow(
      expect.objectContaining({ code: "INVALID_SETTING", message: expect.stringContaining(message) }),
    );
  }),
);

it("experimentRecipe(experiment) lowers the learning rate as its schedule says, from the rate of the run", () =>
  expectNoLeak(async () => {
    const rates = [];
    // 48 rows in batches of 16: 3 steps an epoch.
    for (const learningRateSchedule of [
      { cosineDecay: { alpha: 0.1 } },
      { exponentialDecay: { decaySteps: 3, decayRate: 0.5 } },
      { inverseTimeDecay: { decayRate: 0.5 } },
      { stepDecay: { epochs: 1, factor: 0.1 } },
    ] as const) {
      const base = experiment({ linear: {} });
      const schedule = { ...base.schedule, learningRateSchedule };
      const { history, model } = await trainRecipe(experimentRecipe({ ...base, schedule }, dataset), {
        learningRate: 0.1,
      });
      model.dispose();
      rates.push(history["learningRate"]?.map((rate) => Number(rate.toFixed(6))));
    }
    const cosine = (step: number) => 0.1 * (0.9 * ((1 + Math.cos((Math.PI * step) / 6)) / 2) + 0.1);
    expect(rates).toEqual([
      [cosine(2), cosine(5)].map((rate) => Number(rate.toFixed(6))),
      [0.1 * 0.5 ** (2 / 3), 0.1 * 0.5 ** (5 / 3)].map((rate) => Number(rate.toFixed(6))),
      [0.05, Number((0.1 / 3.5).toFixed(6))],
      [0.1, 0.01],
    ]);
  }));
