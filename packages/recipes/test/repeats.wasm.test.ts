import { startBackend } from "@minibatch/backends";
import { expectNoLeak } from "@minibatch/testing";
import { type Checkpoint, fit, type FitOptions, type History } from "@minibatch/training";
import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";

const { layers, sequential } = tfl;
const rows = 20;
const x = {
  data: Float32Array.from({ length: rows * 64 }, (_, at) => Math.sin(at * at)),
  shape: [rows, 8, 8, 1],
};
const y = { data: Float32Array.from({ length: rows }, (_, at) => at % 2), shape: [rows, 1] };

/** A network in which much is drawn at random, with weights that start the same each time. */
function network(): tfl.LayersModel {
  const kernel = (seed: number) => ({ kernelInitializer: tfl.initializers.glorotUniform({ seed }) });
  const inner = sequential({
    layers: [
      layers.conv2d({ filters: 4, kernelSize: 3, activation: "relu", inputShape: [8, 8, 1], ...kernel(1) }),
      layers.dropout({ rate: 0.25 }),
      layers.maxPooling2d({ poolSize: 2 }),
      layers.gaussianNoise({ stddev: 0.1 }),
    ],
  });
  return sequential({
    layers: [
      inner,
      layers.reshape({ targetShape: [9, 4] }),
      layers.lstm({
        units: 3,
        dropout: 0.2,
        recurrentDropout: 0.2,
        ...kernel(2),
        recurrentInitializer: "zeros",
      }),
      layers.alphaDropout({ rate: 0.1 }),
      layers.dense({ units: 1, activation: "sigmoid", kernelRegularizer: "l1l2", ...kernel(3) }),
    ],
  });
}

const optimizers: Record<string, () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.05, 0.9),
  adagrad: () => tf.train.adagrad(0.05),
  adadelta: () => tf.train.adadelta(1, 0.95),
  rmsprop: () => tf.train.rmsprop(0.01),
  adam: () => tf.train.adam(0.01),
  adamax: () => tf.train.adamax(0.01, 0.9, 0.99, undefined, 0.1),
};

beforeAll(() => startBackend("wasm", { threads: 1 }));

async function train(name: string, options: FitOptions): Promise<{ history: History; weights: number[][] }> {
  const model = network();
  const metrics = ["accuracy", "precision", tfl.metrics.recall] as string[];
  const settings = { batchSize: 6, epochs: 2, validationSplit: 0.2, ...options };
  const history = await expectNoLeak(async () => {
    const optimizer = optimizers[name]?.() ?? name;
    model.compile({ optimizer, loss: "binaryCrossentropy", metrics });
    return fit(model, { x, y }, settings).finally(() => {
      model.optimizer.dispose();
      // tfjs' momentum leaves its rate behind.
      (model.optimizer as { c?: tf.Tensor }).c?.dispose();
    });
  });
  return { history, weights: model.getWeights().map((weight) => [...weight.dataSync()]) };
}

it.each(Object.keys(optimizers))(
  "fit with %s repeats with the seed on the kernels, and goes on from a checkpoint to the same weights and history",
  async (name) => {
    const checkpoints: Checkpoint[] = [];
    const whole = await train(name, { onCheckpoint: (checkpoint) => void checkpoints.push(checkpoint) });
    expect(await train(name, {})).toEqual(whole);
    expect((await train(name, { seed: 2 })).weights).not.toEqual(whole.weights);
    expect(await train(name, { resumeFrom: checkpoints[0] })).toEqual(whole);

    const controller = new AbortController();
    let batches = 0;
    const stopped = train(name, {
      signal: controller.signal,
      onEvent({ type }) {
        if (type === "batch" && ++batches === 4) controller.abort(new Error("stopped"));
      },
      onCheckpoint: (checkpoint) => void checkpoints.push(checkpoint),
    });
    await expect(stopped).rejects.toThrow("stopped");
    expect(await train(name, { resumeFrom: checkpoints.at(-1) })).toEqual(whole);
  },
);

it("fit with dropout draws the same masks on the kernels as on cpu", async () => {
  const learned = async (backend: string) => {
    await tf.setBackend(backend);
    return expectNoLeak(async () => {
      const kernelInitializer = "zeros";
      const model = sequential({
        layers: [
          layers.flatten({ inputShape: [8, 8, 1] }),
          layers.dropout({ rate: 0.4 }),
          layers.dense({ units: 1, useBias: false, kernelInitializer }),
        ],
      });
      const optimizer = tf.train.sgd(0.1);
      model.compile({ optimizer, loss: "meanSquaredError" });
      await fit(model, { x, y }, { batchSize: 6, epochs: 2 });
      const weights = [...(model.getWeights()[0]?.dataSync() ?? [])];
      model.dispose();
      optimizer.dispose();
      return weights;
    });
  };
  const own = await learned("wasm");
  const cpu = await learned("cpu");
  await tf.setBackend("wasm");
  const away = own.map((weight, at) => Math.abs(weight - (cpu[at] ?? Number.NaN)));
  expect(Math.max(...away)).toBeLessThan(1e-6);
  expect(Math.max(...own.map(Math.abs))).toBeGreaterThan(0.01);
});
