import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeCheckpoint,
  evaluate,
  fit,
  type FitOptions,
  type History,
  predict,
  seededRandom,
} from "../src/index.ts";
import { seededLayers } from "../src/loop/seededLayers.ts";
import { nestings, randomBlocks } from "./randomBlocks.ts";

beforeAll(() => tf.setBackend("cpu"));

const rows = 7;
const random = seededRandom(5);
const samples = {
  x: { data: Float32Array.from({ length: rows * 8 }, random), shape: [rows, 8] },
  y: { data: Float32Array.from({ length: rows }, random), shape: [rows, 1] },
};

/** Trains a model of the given random layer, whose weights start the same each time. */
async function train(block: string, nesting: string, options: FitOptions, rate = 0.05): Promise<History> {
  const model = nestings[nesting]?.(() => randomBlocks[block]?.() ?? []);
  if (!model) throw new Error(`There is no nesting "${nesting}".`);
  tf.tidy(() => {
    for (const [at, weight] of model.weights.entries()) {
      const shape = weight.shape as number[];
      weight.write(tf.sin(tf.reshape(tf.range(at, at + tf.util.sizeFromShape(shape)), shape)));
    }
  });
  const optimizer = tf.train.sgd(rate);
  model.compile({ optimizer, loss: "meanSquaredError" });
  const settings = { batchSize: 4, epochs: 2, validationData: samples, ...options };
  try {
    return await expectNoLeak(() => fit(model, samples, settings));
  } finally {
    model.dispose();
    optimizer.dispose();
  }
}

describe.each(Object.keys(nestings))("fit(model, samples, { seed }) with random layers, %s", (nesting) => {
  it.each(Object.keys(randomBlocks))("repeats with the seed and goes on after a stop: %s", async (block) => {
    const whole = await train(block, nesting, { seed: 1 });
    expect(await train(block, nesting, { seed: 1 })).toEqual(whole);
    expect((await train(block, nesting, { seed: 2 })).loss).not.toEqual(whole.loss);

    const controller = new AbortController();
    let last: Checkpoint | undefined;
    let batches = 0;
    const run = train(block, nesting, {
      seed: 1,
      signal: controller.signal,
      onEvent({ type }) {
        if (type === "batch" && ++batches === 3) controller.abort(new Error("stopped"));
      },
      onCheckpoint(checkpoint) {
        last = checkpoint;
      },
    });
    await expect(run).rejects.toThrow("stopped");
    const resumeFrom = await decodeCheckpoint(await encodeCheckpoint(last as Checkpoint));
    expect(await train(block, nesting, { seed: 1, resumeFrom })).toEqual(whole);
  });

  it.each(Object.keys(randomBlocks))("draws anew in each step, and with another seed: %s", async (block) => {
    const still = { shuffle: false, batchSize: rows, epochs: 3 };
    const { loss, valLoss } = await train(block, nesting, { ...still, seed: 1 }, 0);
    expect(new Set(loss).size).toBe(3);
    expect(new Set(valLoss).size).toBe(1);
    const other = await train(block, nesting, { ...still, seed: 2 }, 0);
    expect(new Set([...loss, ...other.loss]).size).toBe(6);
  });
});

/** What layers make of an input, one after the other, in two steps of training: `[step][layer]`. */
function outputsOf(layers: tfl.layers.Layer[], input: tf.Tensor): number[][][] {
  const inputs = layers.map(() => tfl.input({ shape: input.shape.slice(1) }));
  const outputs = layers.map((layer, index) => layer.apply(inputs[index] ?? []));
  const model = tfl.model({ inputs, outputs: outputs as tfl.SymbolicTensor[] });
  const random = seededLayers(model, 1);
  const steps = [0, 1].map((step) => {
    const tensors = random.during(step, () =>
      [
        model.apply(
          layers.map(() => input),
          { training: true },
        ) as tf.Tensor | tf.Tensor[],
      ].flat(),
    );
    return tensors.map((tensor) => [...tensor.dataSync()]);
  });
  random.restore();
  return steps;
}

/** Mean and standard deviation. */
function moments(values: readonly number[]): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / values.length)];
}

describe("seededLayers(model, seed)", () => {
  const { layers } = tfl;
  const kept = Math.sqrt(0.3 / 0.7);
  const identity = { units: 40, kernelInitializer: "identity", recurrentInitializer: "zeros" } as const;
  const recurrent = { ...identity, activation: "linear", dropout: 0.3 } as const;

  it.each([
    ["gaussianNoise", layers.gaussianNoise({ stddev: 0.5 }), tf.zeros([100, 400]), 0, 0.5],
    ["gaussianDropout", layers.gaussianDropout({ rate: 0.3 }), tf.ones([100, 400]), 1, kept],
    ["dropout", layers.dropout({ rate: 0.3 }), tf.ones([100, 400]), 1, kept],
    ["spatialDropout1d", layers.spatialDropout1d({ rate: 0.3 }), tf.ones([100, 2, 400]), 1, kept],
    [
      "alphaDropout",
      layers.alphaDropout({ rate: 0.3 }),
      tf.randomNormal([100, 400], 0, 1, "float32", 3),
      0,
      1,
    ],
    ["simpleRNN's dropout", layers.simpleRNN(recurrent), tf.ones([1000, 1, 40]), 1, kept],
  ] as const)(
    "leaves to the noise of %s the mean and the deviation that its definition has",
    (_, layer, input, mean, spread) => {
      for (const [values = []] of outputsOf([layer], input)) {
        const [foundMean, foundSpread] = moments(values);
        expect(Math.abs(foundMean - mean)).toBeLessThan(0.02);
        expect(Math.abs(foundSpread - spread)).toBeLessThan(0.02);
      }
    },
  );

  it.each([
    ["gaussianNoise", () => layers.gaussianNoise({ stddev: 0.5 })],
    ["dropout", () => layers.dropout({ rate: 0.3 })],
  ] as const)("gives %s noise that is independent from layer to layer and from step to step", (_, make) => {
    const noises = outputsOf([make(), make()], tf.ones([100, 400])).flat();
    const scores = noises.map((values) => {
      const [mean, spread] = moments(values);
      return values.map((value) => (value - mean) / spread);
    });
    for (const [at, one] of scores.entries()) {
      for (const other of scores.slice(at + 1)) {
        const [correlation] = moments(one.map((value, index) => value * (other[index] ?? 0)));
        // Of 40,000 pairs: four standard errors.
        expect(Math.abs(correlation)).toBeLessThan(0.02);
      }
    }
  });

  it("gives what it took back: Math.random, the layers' own call, and no mask of a cell", () => {
    const original = Math.random;
    const lstm = layers.lstm({ units: 2, dropout: 0.5, recurrentInitializer: "zeros", inputShape: [3, 2] });
    const dropout = layers.dropout({ rate: 0.5, seed: 4 });
    const model = tfl.sequential({ layers: [lstm, dropout] });
    const random = seededLayers(model, 1);
    const failure = () =>
      random.during(0, () => {
        expect(Math.random).not.toBe(original);
        model.apply(tf.ones([1, 3, 2]), { training: true });
        throw new Error("failed");
      });
    expect(failure).toThrow("failed");
    expect(Math.random).toBe(original);
    random.restore();
    expect(Object.hasOwn(dropout, "call")).toBe(false);
    expect((lstm as unknown as { cell: { dropoutMask: unknown } }).cell.dropoutMask).toBeNull();
  });
});

it("evaluate and predict of an rnn of cells with dropout are not those of the last batch's mask", async () => {
  const cell = layersCell();
  const model = tfl.sequential({
    layers: [
      tfl.layers.reshape({ targetShape: [4, 2], inputShape: [8] }),
      tfl.layers.rnn({ cell }),
      tfl.layers.dense({ units: 1 }),
    ],
  });
  model.compile({ optimizer: tf.train.sgd(0), loss: "meanSquaredError" });
  const before = await predict(model, samples.x, { batchSize: 4 });
  const evaluated = await evaluate(model, samples);
  await fit(model, samples, { batchSize: 4 });
  await expectNoLeak(async () => {
    expect(await predict(model, samples.x, { batchSize: 5 })).toEqual(before);
    const { loss = Number.NaN } = await evaluate(model, samples, { batchSize: 3 });
    expect(loss).toBeCloseTo(evaluated["loss"] ?? Number.NaN, 5);
  });
});

function layersCell(): tfl.layers.RNNCell {
  return tfl.layers.lstmCell({
    units: 2,
    recurrentInitializer: "glorotUniform",
    dropout: 0.4,
    recurrentDropout: 0.4,
  });
}

it("evaluate(model, samples) repeats what a layer draws outside of training too", async () => {
  class Restless extends tfl.layers.Layer {
    static readonly className = "Restless";
    override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
      const [input] = [inputs].flat() as [tf.Tensor];
      return tf.tidy(() => tf.add(input, tf.randomUniform(input.shape)));
    }
  }
  const model = tfl.sequential({
    layers: [new Restless({ inputShape: [8] }), tfl.layers.dense({ units: 1 })],
  });
  model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
  expect(await evaluate(model, samples)).toEqual(await evaluate(model, samples));
});
