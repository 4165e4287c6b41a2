import { startBackend } from "@minibatch/backends";
import { airbench, cnn, mlp, resnet } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import { fit, type FitOptions, makeOptimizer, oneHot as oneHotOf } from "@minibatch/training";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";

beforeAll(async () => {
  await startBackend("wasm", { threads: 1 });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const rows = 50;
const inputShape = [26, 26, 3];
const size = 26 * 26 * 3;
const pixels = Uint8Array.from({ length: rows * size }, (_, at) => (at * 7919 + (at >> 5) * 31) % 256);
const labels = { data: Uint8Array.from({ length: rows }, (_, at) => (at * 5) % 10), shape: [rows] };
const pictures = { x: { data: pixels, shape: [rows, ...inputShape] }, y: labels };
const vectors = { x: { data: pixels, shape: [rows, size] }, y: labels };

const planSteps = Symbol.for("@minibatch/wasm-kernels/planSteps");
type Backend = { [planSteps]?: (model: unknown) => unknown };

interface Trained {
  readonly losses: readonly number[];
  readonly weights: readonly number[];
  /** How many operations tfjs ran in the last epoch. */
  readonly operations: number;
}

async function train(
  createModel: () => tfl.LayersModel,
  samples: Parameters<typeof fit>[1],
  options: FitOptions,
  loss: string | ((target: tf.Tensor, output: tf.Tensor) => tf.Tensor) = "sparseCategoricalCrossentropy",
): Promise<Trained> {
  return expectNoLeak(async () => {
    const model = createModel();
    const optimizer = makeOptimizer("sgd", { learningRate: 0.01, momentum: 0.9 });
    model.compile({ optimizer, loss, metrics: ["accuracy"] });
    const run = vi.spyOn(tf.engine(), "runKernel");
    let operations = 0;
    const { loss: losses } = await fit(model, samples, {
      epochs: 4,
      batchSize: 16,
      inputScaling: { scale: 1 / 255, offset: 0 },
      ...options,
      onEvent: (event) => {
        options.onEvent?.(event);
        if (event.type !== "epoch") return;
        operations = run.mock.calls.length;
        run.mockClear();
      },
    });
    run.mockRestore();
    const weights = model.getWeights().flatMap((weight) => [...weight.dataSync()]);
    model.dispose();
    optimizer.dispose();
    return { losses, weights, operations };
  });
}

/** Trains twice: with what the backend offers, and without. */
async function bothWays(...given: Parameters<typeof train>): Promise<[planned: Trained, plain: Trained]> {
  const planned = await train(...given);
  const backend = tf.backend() as Backend;
  const offered = backend[planSteps];
  delete backend[planSteps];
  try {
    return [planned, await train(...given)];
  } finally {
    if (offered) backend[planSteps] = offered;
  }
}

describe("fit on wasm computes planned steps to the last bit as tfjs' own", () => {
  const classes = 10;
  const seed = 3;
  const blocks = [{ filters: [8] }, { filters: [8] }];
  const cases: readonly (readonly [
    name: string,
    createModel: () => tfl.LayersModel,
    samples: Parameters<typeof fit>[1],
    options: FitOptions,
  ])[] = [
    ["dense layers", () => mlp({ inputShape: [size], hidden: [20], classes, seed }), vectors, {}],
    [
      "dense layers with dropout",
      () => mlp({ inputShape: [size], hidden: [20, 20], classes, dropout: 0.3, seed }),
      vectors,
      { classWeights: Array.from({ length: 10 }, (_, i) => 1 + i) },
    ],
    ["a convolutional network", () => cnn({ inputShape, blocks, classes, dropout: 0.5, seed }), pictures, {}],
    [
      "batch normalization",
      () =>
        cnn({
          inputShape,
          blocks,
          classes,
          batchNorm: true,
          globalPooling: true,
          activation: "gelu",
          seed,
        }),
      pictures,
      { labelSmoothing: 0.1 },
    ],
    ["a residual network", () => resnet({ inputShape, widths: [8, 16], classes, seed }), pictures, {}],
    [
      "the network of airbench, in parts, with an average of its weights",
      () => airbench({ inputShape, widths: [8, 8, 8], classes, seed }),
      pictures,
      { gradientAccumulation: 2, weightAverage: { kind: "ema", decay: 0.9 } },
    ],
  ];

  it.each(cases)("%s", async (_, createModel, samples, options) => {
    const [planned, plain] = await bothWays(createModel, samples, options);
    expect(planned.losses).toEqual(plain.losses);
    expect(planned.weights).toEqual(plain.weights);
    // What is left is the optimizer, the batch, metrics and what a part adds.
    expect(planned.operations).toBeLessThan(0.5 * plain.operations);
  });
});

/** A layer whose factor falls with each call: numbers that a plan would hold on to. */
class Falling extends tfl.layers.Layer {
  static readonly className = "Falling";
  #calls = 0;
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    this.#calls += 1;
    return tf.mul([inputs].flat()[0] ?? 0, this.#calls < 8 ? 1 : 0.5);
  }
}

describe("fit on wasm plans no steps", () => {
  const dense = (middle: tfl.layers.Layer) =>
    tfl.sequential({
      layers: [
        tfl.layers.dense({
          inputShape: [size],
          units: 10,
          kernelInitializer: tfl.initializers.glorotUniform({ seed: 1 }),
        }),
        middle,
        tfl.layers.activation({ activation: "softmax" }),
      ],
    });

  it("of layers that tfjs does not have", async () => {
    const [planned, plain] = await bothWays(() => dense(new Falling({})), vectors, {});
    expect(planned.weights).toEqual(plain.weights);
    expect(planned.operations).toBe(plain.operations);
  });

  it("by a loss of one's own", async () => {
    let calls = 0;
    const falling = (target: tf.Tensor, output: tf.Tensor) => {
      calls += 1;
      return tf.mul(tfl.metrics.categoricalCrossentropy(target, output), calls % 16 < 8 ? 1 : 0.5);
    };
    const oneHot = { ...vectors, y: oneHotOf(labels.data, 10) };
    const [planned, plain] = await bothWays(() => dense(tfl.layers.reLU()), oneHot, {}, falling);
    expect(planned.operations).toBe(plain.operations);
  });

  it("of a layer that is configured otherwise from an epoch on", async () => {
    let dropout: { rate: number } | undefined;
    const create = () => {
      const layer = tfl.layers.dropout({ rate: 0.1 });
      dropout = layer as unknown as { rate: number };
      return dense(layer);
    };
    const onEvent: FitOptions["onEvent"] = (event) => {
      if (event.type === "epoch" && event.epoch === 2 && dropout) dropout.rate = 0.6;
    };
    const [planned, plain] = await bothWays(create, vectors, { onEvent });
    expect(planned.losses).toEqual(plain.losses);
    expect(planned.weights).toEqual(plain.weights);
  });
});
