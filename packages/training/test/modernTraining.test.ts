import "@tensorflow/tfjs-backend-cpu";
import { mlp } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Checkpoint,
  cosineDecay,
  decodeCheckpoint,
  encodeCheckpoint,
  type FitOptions,
  fit,
  makeOptimizer,
  oneCycle,
  predict,
  warmUp,
} from "../src/index.ts";
import { readReference } from "./readReference.ts";
import { referenceNetwork, referenceSamples, weightsOf } from "./referenceNetwork.ts";

interface Reference {
  readonly normalized: {
    readonly x: number[];
    readonly y: number[];
    readonly kernels: number[][];
    readonly losses: number[];
    readonly moving: number[][];
    readonly predicted: number[];
  };
  readonly runs: Record<string, { readonly losses: number[]; readonly weights: number[][] }>;
  readonly warmUp: number[];
}

const reference = readReference<Reference>("modernTraining");

beforeAll(() => tf.setBackend("cpu"));

function expectClose(actual: readonly number[], expected: readonly number[], within = 1e-4): void {
  expect(actual.length).toBe(expected.length);
  for (const [index, value] of expected.entries()) {
    expect(Math.abs((actual[index] ?? Number.NaN) - value)).toBeLessThan(within);
  }
}

/** Trains, and gives the loss over the batches of an epoch so far, after each batch. */
async function lossesOf(
  model: tfl.LayersModel,
  samples: Parameters<typeof fit>[1],
  options: FitOptions,
): Promise<number[]> {
  const losses: number[] = [];
  await fit(model, samples, {
    shuffle: false,
    ...options,
    onEvent: (event) => event.type === "batch" && losses.push(event.logs["loss"] ?? Number.NaN),
  });
  return losses;
}

it("fit(model, samples) trains batch normalization as Keras over 20 steps: losses, moving averages, predictions", () =>
  expectNoLeak(async () => {
    const { x, y, kernels, losses, moving, predicted } = reference.normalized;
    const { layers } = tfl;
    const conv = (filters: number) =>
      layers.conv2d({ filters, kernelSize: 3, padding: "same", useBias: false });
    const model = tfl.sequential({
      layers: [
        layers.inputLayer({ inputShape: [6, 6, 2] }),
        conv(4),
        layers.batchNormalization({ momentum: 0.9 }),
        layers.activation({ activation: "gelu" }),
        conv(5),
        layers.batchNormalization({ momentum: 0.6, scale: false }),
        layers.activation({ activation: "swish" }),
        layers.globalAveragePooling2d({}),
        layers.dense({ units: 3, activation: "softmax" }),
      ],
    });
    const shaped = model.layers.filter(({ name }) => /^(conv2d|dense)/.test(name));
    tf.tidy(() => {
      for (const [index, layer] of shaped.entries()) {
        const [kernel, ...bias] = layer.getWeights();
        layer.setWeights([tf.tensor(kernels[index] ?? [], kernel?.shape), ...bias]);
      }
    });
    const optimizer = makeOptimizer("sgd", { learningRate: 0.05, momentum: 0.9, nesterov: true });
    model.compile({ optimizer, loss: "sparseCategoricalCrossentropy" });
    const samples = {
      x: { data: Float32Array.from(x), shape: [32, 6, 6, 2] },
      y: { data: Uint8Array.from(y), shape: [32] },
    };
    expectClose(await lossesOf(model, samples, { epochs: 5, batchSize: 8 }), losses);
    const normalizations = model.layers.filter((layer) => layer.getClassName() === "BatchNormalization");
    const averages = normalizations.flatMap((layer) =>
      layer.nonTrainableWeights.map((weight) => [...weight.read().dataSync()]),
    );
    for (const [index, values] of moving.entries()) expectClose(averages[index] ?? [], values, 1e-3);
    expectClose([...(await predict(model, samples.x)).data], predicted, 1e-3);
    model.dispose();
    optimizer.dispose();
  }));

const runs: [name: string, make: () => tf.Optimizer, options: FitOptions][] = [
  ["labelSmoothing", () => tf.train.sgd(0.5), { labelSmoothing: 0.2 }],
  ["adamw", () => makeOptimizer("adamw", { learningRate: 0.01, weightDecay: 0.1 }), {}],
  [
    "sgd",
    () => makeOptimizer("sgd", { learningRate: 0.1, momentum: 0.85, nesterov: true, weightDecay: 0.05 }),
    {},
  ],
  ["ema", () => tf.train.sgd(0.5), { weightAverage: { kind: "ema", decay: 0.8 } }],
];

it.each(runs)("fit(model, samples) trains with %s as Keras does", (name, make, options) =>
  expectNoLeak(async () => {
    const optimizer = make();
    const model = referenceNetwork(optimizer);
    const expected = reference.runs[name];
    const losses = await lossesOf(model, referenceSamples, { epochs: 5, batchSize: 6, ...options });
    expectClose(losses, expected?.losses ?? []);
    for (const [index, weights] of weightsOf(model).entries()) {
      expectClose(weights, expected?.weights[index] ?? []);
    }
    model.dispose();
    optimizer.dispose();
  }),
);

it("fit(model, samples, { gradientAccumulation }) moves the weights as whole batches do, but for rounding", () =>
  expectNoLeak(async () => {
    const results: number[][] = [];
    for (const gradientAccumulation of [1, 2, 6]) {
      const optimizer = makeOptimizer("sgd", { learningRate: 0.5, momentum: 0.9 });
      const model = referenceNetwork(optimizer);
      const options = { epochs: 3, batchSize: 7, gradientAccumulation, labelSmoothing: 0.1 };
      const losses = await lossesOf(model, referenceSamples, options);
      expect(losses.length).toBe(9);
      results.push([...losses, ...weightsOf(model).flat()]);
      model.dispose();
      optimizer.dispose();
    }
    expectClose(results[1] ?? [], results[0] ?? [], 1e-5);
    expectClose(results[2] ?? [], results[0] ?? [], 1e-5);
  }));

it("fit(model, samples, { weightAverage: lookahead }) goes back every few steps, and to the average in the end", () =>
  expectNoLeak(async () => {
    const train = async (weightAverage: FitOptions["weightAverage"]) => {
      const optimizer = tf.train.sgd(0.5);
      const model = referenceNetwork(optimizer);
      await fit(model, referenceSamples, { shuffle: false, epochs: 1, batchSize: 5, weightAverage });
      const weights = weightsOf(model).flat();
      model.dispose();
      optimizer.dispose();
      return weights;
    };
    const plain = await train(undefined);
    const optimizer = tf.train.sgd(0.5);
    const untrained = referenceNetwork(optimizer);
    const start = weightsOf(untrained).flat();
    untrained.dispose();
    optimizer.dispose();
    // Four steps, and a look back after each second one: with a decay of 0 nothing is held back, with 1 everything is.
    expectClose(await train({ kind: "lookahead", every: 2, decay: 0 }), plain, 1e-6);
    expectClose(await train({ kind: "lookahead", every: 2, decay: 1 }), start, 1e-6);
    const shares: number[] = [];
    await train({ kind: "lookahead", every: 2, decay: (done) => (shares.push(done), 0.5) });
    expect(shares).toEqual([0.5, 1]);
  }));

describe("makeOptimizer(sgd, { groups })", () => {
  it("lets weights learn faster, or not at all for some steps, and decays them by a share of their own", () =>
    expectNoLeak(async () => {
      const train = async (groups: Parameters<typeof makeOptimizer<"sgd">>[1]["groups"]) => {
        const model = mlp({ inputShape: [5], hidden: [4], classes: 3 });
        const optimizer = makeOptimizer("sgd", { learningRate: 0.1, weightDecay: 0.5, groups });
        model.compile({ optimizer, loss: "sparseCategoricalCrossentropy" });
        const before = weightsOf(model);
        await fit(model, referenceSamples, { shuffle: false, epochs: 1, batchSize: 20 });
        const moved = weightsOf(model).map((weights, index) =>
          weights.map((value, at) => value - (before[index]?.[at] ?? 0)),
        );
        model.dispose();
        optimizer.dispose();
        return moved;
      };
      const plain = await train([]);
      const grouped = await train([
        { weights: /^dense1\/kernel/, learningRate: (step) => (step < 1 ? 0 : 1) },
        { weights: /^dense2\/bias/, learningRate: 64, weightDecay: 0 },
      ]);
      expect(grouped[0]?.every((value) => value === 0)).toBe(true);
      expectClose(grouped[2] ?? [], plain[2] ?? [], 1e-7);
      expectClose(
        grouped[3] ?? [],
        (plain[3] ?? []).map((value) => 64 * value),
        1e-5,
      );
    }));

  it("refuses names and values that cannot be", () => {
    expect(() => makeOptimizer("lion" as "sgd", { learningRate: 1 })).toThrow("one of sgd, adam, adamw");
    expect(() => makeOptimizer("sgd", { learningRate: 0 })).toThrow("learningRate must be above 0");
    expect(() => makeOptimizer("sgd", { learningRate: 1, momentum: 1 })).toThrow("momentum must be from 0");
    expect(() => makeOptimizer("adamw", { learningRate: 1, weightDecay: -1 })).toThrow("weightDecay");
  });
});

describe("resuming ends with the weights of an uninterrupted run, bit for bit", () => {
  const options: FitOptions = { epochs: 3, batchSize: 7, labelSmoothing: 0.1, gradientAccumulation: 2 };
  const cases: [string, FitOptions["weightAverage"]][] = [
    ["ema", { kind: "ema", decay: 0.7 }],
    ["lookahead", { kind: "lookahead", every: 2, decay: (done) => done }],
  ];
  const make = (): tf.Optimizer =>
    makeOptimizer("sgd", {
      learningRate: 0.3,
      momentum: 0.8,
      nesterov: true,
      weightDecay: 0.01,
      groups: [{ weights: /bias/, learningRate: (step) => (step < 4 ? 8 : 0) }],
    });

  it.each(cases)("with %s, micro-batches and groups", async (_name, weightAverage) => {
    const whole = referenceNetwork(make());
    await fit(whole, referenceSamples, { ...options, weightAverage });
    for (const stop of [2, 5]) {
      const controller = new AbortController();
      let [last, batches]: [Checkpoint | undefined, number] = [undefined, 0];
      const run = fit(referenceNetwork(make()), referenceSamples, {
        ...options,
        weightAverage,
        signal: controller.signal,
        onEvent: (event) =>
          event.type === "batch" && ++batches === stop && controller.abort(new Error("stopped")),
        onCheckpoint: (checkpoint) => void (last = checkpoint),
      });
      await expect(run).rejects.toThrow("stopped");
      const resumeFrom = await decodeCheckpoint(await encodeCheckpoint(last as unknown as Checkpoint));
      const resumed = referenceNetwork(make());
      await fit(resumed, referenceSamples, { ...options, weightAverage, resumeFrom });
      expect(weightsOf(resumed)).toEqual(weightsOf(whole));
      const others = { ...options, resumeFrom };
      await expect(fit(referenceNetwork(make()), referenceSamples, others)).rejects.toMatchObject({
        code: "CHECKPOINT_MISMATCH",
      });
    }
  });
});

describe("schedules", () => {
  it("warmUp(options) before cosineDecay has the rates of Keras", () => {
    const schedule = warmUp({
      steps: 5,
      schedule: cosineDecay({ initialLearningRate: 0.1, decaySteps: 20 }),
    });
    expectClose(
      reference.warmUp.map((_, step) => schedule(step, 0)),
      reference.warmUp,
      1e-7,
    );
  });

  it("oneCycle(options) begins, turns and ends where it is told to", () => {
    const options = { maxLearningRate: 2, steps: 100, warmUp: 0.2, start: 0.1, end: 0.05 };
    for (const shape of ["cosine", "linear"] as const) {
      const rates = Array.from({ length: 100 }, (_, step) => oneCycle({ ...options, shape })(step, 0));
      expect(rates[0]).toBeCloseTo(0.2, 12);
      expect(rates[19]).toBeCloseTo(2, 12);
      expect(rates[99]).toBeCloseTo(0.1, 12);
      expect(rates.indexOf(Math.max(...rates))).toBe(19);
    }
    const linear = oneCycle({ ...options, shape: "linear" });
    expect(linear(59, 0) - linear(60, 0)).toBeCloseTo((2 - 0.1) / 80, 12);
    expect(() => oneCycle({ ...options, warmUp: 1 })).toThrow("warmUp must be from 0 to 1");
    expect(() => oneCycle({ ...options, start: 2 })).toThrow("start must be from 0 to 1");
  });
});

it("fit(model, samples, { labelSmoothing }) refuses other losses, and shares that cannot be", async () => {
  const model = mlp({ inputShape: [5], hidden: [], outputs: 1 });
  model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
  const samples = { x: referenceSamples.x, y: { data: new Float32Array(20), shape: [20] } };
  await expect(fit(model, samples, { labelSmoothing: 0.1 })).rejects.toThrow("the loss is meanSquaredError");
  const classifier = referenceNetwork(tf.train.sgd(0.1));
  await expect(fit(classifier, referenceSamples, { labelSmoothing: 1 })).rejects.toThrow("below 1");
});
