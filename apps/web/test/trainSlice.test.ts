import "@tensorflow/tfjs-backend-cpu";
import { fromLayers } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import { fit } from "@minibatch/training";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { buildData } from "../src/worker/build/buildData.ts";
import type { BuildSetup } from "../src/worker/build/BuildSetup.ts";
import { newlyOpened, type OpenedNetwork, putAway } from "../src/worker/build/openedNetwork.ts";
import { trainSlice } from "../src/worker/build/trainSlice.ts";

beforeAll(() => tf.setBackend("cpu"));

const setup: BuildSetup = {
  source: { kind: "plane", shape: "xor", noise: 0.1 },
  layers: [
    { type: "dense", units: 6, batchNorm: true },
    { type: "dropout", rate: 0.2 },
  ],
  optimizer: "adam",
  batchSize: 60,
  seed: 3,
};

async function open(): Promise<OpenedNetwork> {
  const { signal } = new AbortController();
  const data = await buildData(setup.source, { base: "", signal });
  const model = fromLayers({ inputShape: [2], layers: setup.layers, classes: 2, seed: setup.seed });
  model.compile({
    optimizer: tf.train.adam(0.001),
    loss: "sparseCategoricalCrossentropy",
    metrics: ["accuracy"],
  });
  return newlyOpened(model, setup, data);
}

function weightsOf({ model }: OpenedNetwork): number[][] {
  return model.getWeights().map((weight) => [...weight.dataSync()]);
}

it("trainSlice(network) batch by batch ends with the weights of one run of fit, and keeps no tensor more", () =>
  expectNoLeak(async () => {
    const { signal } = new AbortController();
    const options = { learningRate: 0.02, batches: 1, milliseconds: 60_000, signal };
    const network = await open();
    const first = await trainSlice(network, options);
    expect([first.batches, first.batch?.batch, first.epochs.length]).toEqual([1, 1, 0]);
    const { numTensors } = tf.memory();
    let epochs = 0;
    for (let batch = 2; batch <= 8; batch += 1) epochs += (await trainSlice(network, options)).epochs.length;
    // The second epoch is told when the batch after it is there.
    expect(epochs).toBe(1);
    expect(tf.memory().numTensors).toBe(numTensors);

    const other = await open();
    await fit(other.model, other.data.train, {
      epochs: 2,
      batchSize: setup.batchSize,
      seed: setup.seed,
      learningRateSchedule: () => 0.02,
    });
    expect(weightsOf(network)).toEqual(weightsOf(other));
    putAway(network);
    putAway(other);
  }));
