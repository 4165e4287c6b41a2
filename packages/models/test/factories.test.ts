import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import {
  airbench,
  cnn,
  deriveSeed,
  fromLayers,
  type KernelInitializer,
  linearRegression,
  mlp,
  type MlpOptions,
  ModelError,
  perceptron,
  resnet,
  softmaxRegression,
  summary,
} from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

/** Parameter counts as the sources of the recipes print them. */
const published: [name: string, parameters: number, make: (seed: number) => LayersModel][] = [
  [
    "softmaxRegression on MNIST",
    7850,
    (seed) => softmaxRegression({ inputShape: [28, 28, 1], classes: 10, seed }),
  ],
  ["mlp 512", 407_050, (seed) => mlp({ inputShape: [28, 28, 1], hidden: [512], classes: 10, seed })],
  [
    "mlp 512-512 with dropout",
    669_706,
    (seed) => mlp({ inputShape: [784], hidden: [512, 512], dropout: 0.2, classes: 10, seed }),
  ],
  [
    "cnn 32-64, one convolution a block",
    34_826,
    (seed) =>
      cnn({
        inputShape: [28, 28, 1],
        blocks: [{ filters: [32] }, { filters: [64] }],
        dropout: 0.5,
        classes: 10,
        seed,
      }),
  ],
  [
    "cnn 32-64 in one block with a dense layer",
    1_199_882,
    (seed) =>
      cnn({
        inputShape: [28, 28, 1],
        blocks: [{ filters: [32, 64], dropout: 0.25 }],
        hidden: [128],
        dropout: 0.5,
        classes: 10,
        seed,
      }),
  ],
  [
    "cnn of VGG's pattern on CIFAR-10, same padding first",
    1_250_858,
    (seed) =>
      cnn({
        inputShape: [32, 32, 3],
        blocks: [
          { filters: [32, 32], padding: ["same", "valid"], dropout: 0.25 },
          { filters: [64, 64], padding: ["same", "valid"], dropout: 0.25 },
        ],
        hidden: [512],
        dropout: 0.5,
        classes: 10,
        seed,
      }),
  ],
];

describe.each(published)("%s", (_name, parameters, make) => {
  it("has the published number of parameters and gives probabilities", async () => {
    await expectNoLeak(() => {
      const model = make(1);
      expect(model.countParams()).toBe(parameters);
      expect(summary(model).parameters).toBe(parameters);
      tf.tidy(() => {
        const [, ...inputShape] = model.inputs[0]?.shape ?? [];
        const input = tf.ones([2, ...(inputShape as number[])]);
        const output = model.predict(input) as tf.Tensor;
        expect(output.shape).toEqual([2, 10]);
        for (const sum of tf.sum(output, 1).dataSync()) expect(sum).toBeCloseTo(1, 5);
      });
      model.dispose();
    });
  });
});

/** Models of one number a sample, and what they make of the sum of all weights: their output where every input is 1. */
const singleOutput: [
  name: string,
  parameters: number,
  make: () => LayersModel,
  outputOf: (sum: number) => number,
][] = [
  ["linearRegression()", 2, () => linearRegression(), (sum) => sum],
  ["linearRegression({ inputShape: [13] })", 14, () => linearRegression({ inputShape: [13] }), (sum) => sum],
  [
    "perceptron({ inputShape: [2] })",
    3,
    () => perceptron({ inputShape: [2] }),
    (sum) => 1 / (1 + Math.exp(-sum)),
  ],
  [
    "perceptron({ inputShape: [28, 28, 1] })",
    785,
    () => perceptron({ inputShape: [28, 28, 1] }),
    (sum) => 1 / (1 + Math.exp(-sum)),
  ],
];

it.each(singleOutput)("%s has %i parameters and one output", async (_name, parameters, make, outputOf) => {
  await expectNoLeak(() => {
    const model = make();
    expect(model.countParams()).toBe(parameters);
    expect(model.outputs[0]?.shape).toEqual([null, 1]);
    const sum = weightsOf(model)
      .flat()
      .reduce((total, value) => total + value, 0);
    tf.tidy(() => {
      const [, ...inputShape] = model.inputs[0]?.shape ?? [];
      const output = model.predict(tf.ones([3, ...(inputShape as number[])])) as tf.Tensor;
      expect(output.shape).toEqual([3, 1]);
      for (const value of output.dataSync()) expect(value).toBeCloseTo(outputOf(sum), 4);
    });
    model.dispose();
  });
});

it("mlp({ outputs }) predicts values without bounds: 64-64-1 on 13 features has 5,121 parameters", async () => {
  await expectNoLeak(() => {
    const model = mlp({ inputShape: [13], hidden: [64, 64], outputs: 1 });
    expect(model.countParams()).toBe(5121);
    tf.tidy(() => {
      const output = model.predict(tf.mul(tf.ones([2, 13]), 1000)) as tf.Tensor;
      expect(output.shape).toEqual([2, 1]);
      expect(Math.abs(output.dataSync()[0] ?? 0)).toBeGreaterThan(10);
    });
    model.dispose();
  });
});

it("mlp(options) takes either classes or outputs", () => {
  const base = { inputShape: [4], hidden: [3] };
  expect(() => mlp(base as unknown as MlpOptions)).toThrow(/either classes or outputs, but it got neither/);
  expect(() => mlp({ ...base, classes: 2, outputs: 1 } as unknown as MlpOptions)).toThrow(/got both/);
});

const block = { filters: [2] };

it.each<[string, (classes: number) => LayersModel]>([
  ["mlp", (classes) => mlp({ inputShape: [4], hidden: [3], classes })],
  ["cnn", (classes) => cnn({ inputShape: [6, 6, 1], blocks: [block], classes })],
  ["softmaxRegression", (classes) => softmaxRegression({ inputShape: [4], classes })],
])("%s({ classes }) refuses fewer than two, and says what is for yes and no", async (_, make) => {
  await expectNoLeak(() => {
    for (const classes of [1, 0, -2, 2.5, Number.NaN]) {
      const message = `classes must be an integer from 2, but it is ${classes}. Yes and no are 2 classes;`;
      expect(() => make(classes)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
      expect(() => make(classes)).toThrow(message);
    }
    make(2).dispose();
  });
});

it.each<[string, () => LayersModel, RegExp]>([
  ["no axis", () => mlp({ inputShape: [], hidden: [3], classes: 2 }), /inputShape .* but it is \[\]/],
  ["an axis of 0", () => perceptron({ inputShape: [0] }), /but it is \[0\]/],
  ["an axis of NaN", () => softmaxRegression({ inputShape: [Number.NaN], classes: 2 }), /is \[NaN\]/],
  ["no channel", () => cnn({ inputShape: [6, 6, 0], blocks: [block], classes: 2 }), /is \[6, 6, 0\]/],
  [
    "no filter",
    () => cnn({ inputShape: [6, 6, 1], blocks: [{ filters: [] }], classes: 2 }),
    /Block 1 must hold/,
  ],
  [
    "another padding",
    () => cnn({ inputShape: [6, 6, 1], blocks: [{ ...block, padding: "full" as "same" }], classes: 2 }),
    /padding must be "valid" or "same", but it is full/,
  ],
  [
    "another activation",
    () => mlp({ inputShape: [4], hidden: [3], activation: "swash" as "relu", classes: 2 }),
    /activation must be one of relu, .* but it is swash/,
  ],
])("the factories refuse %s, which tfjs would refuse without a code, or later", (_, make, message) => {
  expect(make).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  expect(make).toThrow(message);
});

it.each<[string, (options: never) => LayersModel, Record<string, unknown>]>([
  ["mlp", mlp, { inputShape: [4], hidden: [3], classes: 2 }],
  ["cnn", cnn, { inputShape: [6, 6, 1], blocks: [block], classes: 2 }],
  ["cnn", (options) => cnn({ inputShape: [6, 6, 1], blocks: [options], classes: 2 }), { filters: [2] }],
  ["resnet", resnet, { inputShape: [8, 8, 1], widths: [2, 4], classes: 2 }],
  ["airbench", airbench, { inputShape: [32, 32, 3], classes: 2 }],
  ["fromLayers", fromLayers, { inputShape: [4], layers: [{ type: "dense", units: 2 }], classes: 2 }],
  ["softmaxRegression", softmaxRegression, { inputShape: [4], classes: 2 }],
  ["perceptron", perceptron, { inputShape: [4] }],
])("%s({ … }) names each option that was left out or is no list", (_, make, options) =>
  expectNoLeak(() => {
    for (const name of Object.keys(options)) {
      for (const value of [undefined, "3", 3]) {
        if (name === "classes" && value === 3) continue;
        const refused = () => make({ ...options, [name]: value } as never);
        const message =
          name === "classes"
            ? /classes/
            : new RegExp(`^${name} must be a list such as .* but it is "?${value}"?\\.$`);
        expect(refused).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
        expect(refused).toThrow(message);
      }
    }
    make(options as never).dispose();
  }),
);

const small = (seed?: number) => mlp({ inputShape: [6], hidden: [5], classes: 3, seed });
const weightsOf = (model: LayersModel) => model.getWeights().map((weight) => [...weight.dataSync()]);

it("mlp({ seed }) starts with the same weights and layer names for the same seed, with others for another", () => {
  expect(weightsOf(small(4))).toEqual(weightsOf(small(4)));
  expect(weightsOf(small())).toEqual(weightsOf(small(1)));
  expect(weightsOf(small(4))).not.toEqual(weightsOf(small(5)));
  expect(small().layers.map(({ name }) => name)).toEqual(small().layers.map(({ name }) => name));
});

/** The variance of each initializer for so many inputs and outputs of a unit, and its largest value in standard deviations. */
const initializerSpecs: [KernelInitializer, (fanIn: number, fanOut: number) => number, bound: number][] = [
  ["glorotUniform", (fanIn, fanOut) => 2 / (fanIn + fanOut), Math.sqrt(3)],
  ["glorotNormal", (fanIn, fanOut) => 2 / (fanIn + fanOut), 2 / 0.8796],
  ["heUniform", (fanIn) => 2 / fanIn, Math.sqrt(3)],
  ["heNormal", (fanIn) => 2 / fanIn, 2 / 0.8796],
  ["leCunUniform", (fanIn) => 1 / fanIn, Math.sqrt(3)],
  ["leCunNormal", (fanIn) => 1 / fanIn, 2 / 0.8796],
];

it.each(initializerSpecs)(
  "kernelInitializer %s gives hidden layers and convolutions the variance that Keras gives them",
  (kernelInitializer, varianceOf, bound) => {
    const deviation = (values: readonly number[]) =>
      Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
    const expectDrawn = (values: readonly number[] | undefined, variance: number) => {
      const drawn = values ?? [];
      expect(Math.abs(deviation(drawn) / Math.sqrt(variance) - 1)).toBeLessThan(0.02);
      const largest = Math.max(...drawn.map(Math.abs)) / Math.sqrt(variance);
      expect(largest).toBeLessThanOrEqual(bound * 1.0001);
      expect(largest).toBeGreaterThan(bound * 0.99);
    };
    const dense = weightsOf(mlp({ inputShape: [300], hidden: [200], classes: 50, kernelInitializer }));
    expectDrawn(dense[0], varianceOf(300, 200));
    expect(dense[2]).toEqual(weightsOf(mlp({ inputShape: [300], hidden: [200], classes: 50 }))[2]);
    const blocks = [{ filters: [32, 64] }];
    const convolutional = weightsOf(cnn({ inputShape: [8, 8, 3], blocks, classes: 2, kernelInitializer }));
    expectDrawn(convolutional[2], varianceOf(9 * 32, 9 * 64));
  },
);

it("factories draw kernels Glorot-uniformly unless told, and start biases at zero, as Keras does", () => {
  const options = { inputShape: [300], hidden: [200], classes: 10, seed: 0 };
  const weights = weightsOf(mlp(options));
  expect(weights).toEqual(weightsOf(mlp({ ...options, kernelInitializer: "glorotUniform" })));
  expect(weights).not.toEqual(weightsOf(mlp({ ...options, kernelInitializer: "heUniform" })));
  expect(new Set(weights[1])).toEqual(new Set([0]));
});

it("mlp({ l2 }) lets the loss grow by the squares of all kernels, and of nothing else", () =>
  expectNoLeak(async () => {
    const options = { inputShape: [3], hidden: [4], classes: 2 };
    const lossOf = async (l2: number): Promise<number> => {
      const model = mlp({ ...options, l2 });
      // Nothing moves, so that both have the same weights.
      const optimizer = tf.train.sgd(0);
      model.compile({ optimizer, loss: "categoricalCrossentropy" });
      const [x, y] = [tf.tensor2d([[1, -2, 3]]), tf.tensor2d([[0, 1]])];
      const loss = await model.trainOnBatch(x, y);
      tf.dispose([x, y]);
      optimizer.dispose();
      model.dispose();
      return loss as number;
    };
    const model = mlp(options);
    const [hidden = [], , output = []] = weightsOf(model);
    const squares = [...hidden, ...output].reduce((sum, value) => sum + value ** 2, 0);
    model.dispose();
    expect((await lossOf(0.5)) - (await lossOf(0))).toBeCloseTo(0.5 * squares, 4);
  }));

it("factories reject what cannot be built and say why", () => {
  const invalid = { code: "INVALID_ARGUMENT" };
  const base = { inputShape: [28, 28, 1] as const, classes: 10 };
  const attempts: (() => LayersModel)[] = [
    () => mlp({ ...base, hidden: [0] }),
    () => mlp({ ...base, hidden: [10], dropout: 1 }),
    () => mlp({ ...base, hidden: [10], l2: -1 }),
    () => mlp({ ...base, hidden: [10], seed: 0.5 }),
    () => mlp({ inputShape: [4], hidden: [10], outputs: 0 }),
    () => mlp({ ...base, hidden: [10], kernelInitializer: "he" as KernelInitializer }),
    () => softmaxRegression({ ...base, classes: 2.5 }),
    () => linearRegression({ inputShape: [0] }),
    () => perceptron({ inputShape: [2], seed: 0.5 }),
    () => cnn({ ...base, blocks: [] }),
    () => cnn({ ...base, blocks: [{ filters: [8], pool: 0.5 }] }),
    () =>
      cnn({
        ...base,
        inputShape: [28, 28],
        blocks: [{ filters: [8] }],
      }),
  ];
  for (const attempt of attempts) expect(attempt).toThrow(expect.objectContaining(invalid));
  const deep = Array.from({ length: 5 }, () => ({ filters: [8] }));
  expect(() => cnn({ ...base, blocks: deep })).toThrow(/Block 4 of 5 shrinks the 28x28 image to nothing/);
  expect(() => cnn({ ...base, blocks: deep })).toThrow(ModelError);
});

it("deriveSeed(seed, ...path) is never 0 and tells seeds and paths apart", () => {
  const seen = new Set<number>();
  for (let seed = 0; seed < 300; seed += 1) {
    for (const path of ["a", "b", "dense1", 7]) {
      const derived = deriveSeed(seed, path);
      expect(derived).toBeGreaterThan(0);
      expect(derived).toBeLessThan(2 ** 31);
      seen.add(derived);
    }
  }
  expect(seen.size).toBeGreaterThan(1198);
});

it("mlp({ outputs, outputScaling }) gives values in their unit, and refuses a scaling that is none", async () => {
  await expectNoLeak(() => {
    const inputShape = [2];
    const [plain, scaled] = [
      mlp({ inputShape, hidden: [], outputs: 1 }),
      mlp({ inputShape, hidden: [], outputs: 1, outputScaling: { scale: 1000, offset: 5000 } }),
    ];
    const [out, out2] = [plain, scaled].map((model) =>
      tf.tidy(() => (model.apply(tf.tensor2d([[1, 2]])) as tf.Tensor).dataSync()[0]),
    );
    expect(out2).toBeCloseTo((out ?? 0) * 1000 + 5000, 2);
    plain.dispose();
    scaled.dispose();
  });
  const options = { inputShape: [2], hidden: [], outputs: 1, outputScaling: { scale: 0, offset: 1 } };
  expect(() => mlp(options)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
});
