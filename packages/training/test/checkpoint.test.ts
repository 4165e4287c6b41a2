import "@tensorflow/tfjs-backend-cpu";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mlp } from "@minibatch/models";
import { expectNoLeak, temporaryFolder } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeCheckpoint,
  fit,
  type FitOptions,
  loadCheckpoint,
  saveCheckpoint,
  seededRandom,
} from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

const optimizers = {
  sgd: () => tf.train.sgd(0.1),
  momentum: () => tf.train.momentum(0.05, 0.9),
  nesterov: () => tf.train.momentum(0.05, 0.9, true),
  adagrad: () => tf.train.adagrad(0.05),
  rmsprop: () => tf.train.rmsprop(0.01),
  centered: () => tf.train.rmsprop(0.01, 0.9, 0.5, 1e-10, true),
  adam: () => tf.train.adam(0.01),
  adamax: () => tf.train.adamax(0.01, 0.9, 0.99, undefined, 0.1),
  adadelta: () => tf.train.adadelta(1, 0.95),
};

function samples() {
  const random = seededRandom(9);
  const x = Float32Array.from({ length: 30 * 6 }, random);
  const y = Uint8Array.from({ length: 30 }, () => Math.floor(random() * 3));
  return { x: { data: x, shape: [30, 6] }, y: { data: y, shape: [30] } };
}

async function train(optimizer: keyof typeof optimizers, options: FitOptions, hidden = 5) {
  // tfjs' centered RMSProp makes NaN of a gradient of 0, as relu and dropout give.
  const widths = optimizer === "centered" ? [] : [hidden];
  const model = mlp({ inputShape: [6], hidden: widths, dropout: 0.2, classes: 3 });
  model.compile({
    optimizer: optimizers[optimizer](),
    loss: "sparseCategoricalCrossentropy",
    metrics: ["accuracy"],
  });
  const history = await fit(model, samples(), { batchSize: 4, epochs: 4, validationSplit: 0.2, ...options });
  return { history, weights: model.getWeights().map((weight) => [...weight.dataSync()]) };
}

/** Trains until the batch with the given number and gives the checkpoint that the abort leaves. */
async function interrupt(optimizer: keyof typeof optimizers, afterBatches: number): Promise<Checkpoint> {
  const controller = new AbortController();
  let last: Checkpoint | undefined;
  let batches = 0;
  const run = train(optimizer, {
    signal: controller.signal,
    onEvent(event) {
      if (event.type === "batch" && ++batches === afterBatches) controller.abort(new Error("stopped"));
    },
    onCheckpoint(checkpoint) {
      last = checkpoint;
    },
  });
  await expect(run).rejects.toThrow("stopped");
  return last as Checkpoint;
}

describe("fit(model, samples, { resumeFrom }) ends with the weights of an uninterrupted run, bit for bit", () => {
  it.each(Object.keys(optimizers) as (keyof typeof optimizers)[])(
    "with %s, in the middle of an epoch",
    async (optimizer) => {
      const whole = await train(optimizer, {});
      const checkpoint = await interrupt(optimizer, 9);
      expect([checkpoint.epoch, checkpoint.batch]).toEqual([1, 3]);
      const throughFile = await decodeCheckpoint(await encodeCheckpoint(checkpoint));
      expect(await train(optimizer, { resumeFrom: throughFile })).toEqual(whole);
    },
  );

  it.each([1, 6, 7, 23])("with adam, stopped after batch %i of 24", async (afterBatches) => {
    const resumeFrom = await interrupt("adam", afterBatches);
    expect(await train("adam", { resumeFrom })).toEqual(await train("adam", {}));
  });

  it("from the checkpoint of an epoch's end", async () => {
    const checkpoints: Checkpoint[] = [];
    const whole = await train("adam", { onCheckpoint: (checkpoint) => void checkpoints.push(checkpoint) });
    expect(checkpoints.map(({ epoch, batch }) => [epoch, batch])).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
    ]);
    expect(await train("adam", { resumeFrom: checkpoints[1] })).toEqual(whole);
  });
});

it("fit(model, samples, { checkpointSeconds: 0 }) gives a checkpoint after each batch, and from each of them the same end", async () => {
  const checkpoints: Checkpoint[] = [];
  const options: FitOptions = { epochs: 2, earlyStopping: { patience: 5 }, seed: 4 };
  const whole = await train("adam", options);
  const often = await train("adam", {
    ...options,
    checkpointSeconds: 0,
    onCheckpoint: (checkpoint) => void checkpoints.push(checkpoint),
  });
  expect(often).toEqual(whole);
  const positions = [0, 1].flatMap((epoch) => [1, 2, 3, 4, 5].map((batch) => [epoch, batch]));
  expect(checkpoints.map(({ epoch, batch }) => [epoch, batch])).toEqual([
    ...positions.slice(0, 5),
    [1, 0],
    ...positions.slice(5),
    [2, 0],
  ]);
  for (const resumeFrom of checkpoints) {
    expect(await train("adam", { ...options, resumeFrom })).toEqual(whole);
  }
  await expect(train("adam", { checkpointSeconds: -1 })).rejects.toThrow(
    "checkpointSeconds must be a number from 0 up, but it is -1.",
  );
});

it("fit(model, samples, { checkpointAtStart: true }) gives the untrained network first, from which the same end is reached", async () => {
  const checkpoints: Checkpoint[] = [];
  const options: FitOptions = { epochs: 2, seed: 4 };
  const whole = await train("adam", options);
  const onCheckpoint = (checkpoint: Checkpoint): void => void checkpoints.push(checkpoint);
  expect(await train("adam", { ...options, checkpointAtStart: true, onCheckpoint })).toEqual(whole);
  expect(checkpoints.map(({ epoch, batch }) => [epoch, batch])).toEqual([
    [0, 0],
    [1, 0],
    [2, 0],
  ]);
  const [start, first] = checkpoints;
  expect(start?.history).toEqual({ loss: [] });
  expect(start?.weights[0]?.data).not.toEqual(first?.weights[0]?.data);
  const again: Checkpoint[] = [];
  const resumed = await train("adam", {
    ...options,
    resumeFrom: start,
    checkpointAtStart: true,
    onCheckpoint: (checkpoint) => void again.push(checkpoint),
  });
  expect(resumed).toEqual(whole);
  expect(again.map(({ epoch }) => epoch)).toEqual([1, 2]);
});

it("fit(model, samples, { signal }) stops while it validates too, and goes on from there to the same end", async () => {
  const validationData = {
    x: { data: new Float32Array(5_000 * 6).fill(0.5), shape: [5_000, 6] },
    y: { data: new Uint8Array(5_000), shape: [5_000] },
  };
  const options = { epochs: 2, batchSize: 30, validationSplit: 0, validationData };
  const whole = await train("adam", options);
  const controller = new AbortController();
  let last: Checkpoint | undefined;
  const run = train("adam", {
    ...options,
    signal: controller.signal,
    onEvent(event) {
      if (event.type === "batch") setTimeout(() => controller.abort(new Error("stopped")), 0);
    },
    onCheckpoint(checkpoint) {
      last = checkpoint;
    },
  });
  await expect(run).rejects.toThrow("stopped");
  expect([last?.epoch, last?.batch, last?.history.loss]).toEqual([0, 1, []]);
  expect(await train("adam", { ...options, resumeFrom: last })).toEqual(whole);
});

it("fit(model, samples, { signal }) that is aborted before it starts trains nothing", async () => {
  await expect(train("sgd", { signal: AbortSignal.abort(new Error("early")) })).rejects.toThrow("early");
});

it("fit(model, samples, { resumeFrom }) rejects the checkpoint of another run", async () => {
  const resumeFrom = await interrupt("adam", 3);
  const mismatch = { code: "CHECKPOINT_MISMATCH" };
  await expect(train("adam", { resumeFrom, seed: 2 })).rejects.toMatchObject(mismatch);
  await expect(train("adam", { resumeFrom, batchSize: 5 })).rejects.toThrow(
    /batchSize 4, but this run has 5/,
  );
  await expect(train("sgd", { resumeFrom })).rejects.toThrow(/optimizer Adam, but this run has SGD/);
  const { optimizer: _, ...setup } = resumeFrom.setup;
  const unnamed = { ...resumeFrom, setup };
  for (const other of ["sgd", "momentum", "adamax", "adadelta"] as const) {
    await expect(train(other, { resumeFrom: unnamed }), other).rejects.toMatchObject(mismatch);
  }
  await expect(train("adam", { resumeFrom }, 7)).rejects.toThrow(/another model/);
});

it.each(["adam", "adamax"] as const)("resuming with %s leaves no tensor behind", async (name) => {
  const resumeFrom = await interrupt(name, 3);
  await expectNoLeak(async () => {
    const model = mlp({ inputShape: [6], hidden: [5], dropout: 0.2, classes: 3 });
    const optimizer = optimizers[name]();
    model.compile({ optimizer, loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
    await fit(model, samples(), { batchSize: 4, validationSplit: 0.2, resumeFrom });
    model.dispose();
    optimizer.dispose();
  });
});

it("fit(model, samples, { onCheckpoint }) refuses an optimizer that does not give its state, before it trains", async () => {
  class Signs extends tf.SGDOptimizer {
    static override get className() {
      return "Signs";
    }
    override async getWeights(): Promise<never> {
      throw new Error("not implemented");
    }
  }
  const run = async (options: FitOptions) => {
    const model = mlp({ inputShape: [6], hidden: [], classes: 3 });
    const optimizer = new Signs(0.1);
    model.compile({ optimizer, loss: "sparseCategoricalCrossentropy" });
    await fit(model, samples(), options).finally(() => {
      model.dispose();
      optimizer.dispose();
    });
  };
  let batches = 0;
  const onEvent = () => void (batches += 1);
  await expectNoLeak(async () => {
    await expect(run({ onEvent, onCheckpoint() {} })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
      message: expect.stringMatching(/Signs does not give its state/),
      cause: expect.objectContaining({ message: "not implemented" }),
    });
    expect(batches).toBe(0);
    await run({ onEvent });
  });
  expect(batches).toBeGreaterThan(0);
});

it("fit(model, samples, { onCheckpoint }) refuses stateful layers, whose states a checkpoint does not hold", async () => {
  const { layers, sequential } = tfl;
  const inner = sequential({
    layers: [
      layers.reshape({ batchInputShape: [5, 6], targetShape: [3, 2] }),
      layers.simpleRNN({ units: 2, stateful: true, recurrentInitializer: "zeros" }),
    ],
  });
  const model = sequential({ layers: [inner, layers.dense({ units: 3, activation: "softmax" })] });
  model.compile({ optimizer: "sgd", loss: "sparseCategoricalCrossentropy" });
  await fit(model, samples(), { batchSize: 5 });
  await expect(fit(model, samples(), { batchSize: 5, onCheckpoint() {} })).rejects.toMatchObject({
    code: "INVALID_ARGUMENT",
    message: expect.stringMatching(/stateful layers/),
  });
});

it("saveCheckpoint(path, checkpoint) and loadCheckpoint(path) give back what they got, and nothing else stays", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "deep", "latest.safetensors");
  const checkpoint = await interrupt("adam", 8);
  await saveCheckpoint(path, checkpoint);
  await saveCheckpoint(path, checkpoint);
  expect(await loadCheckpoint(path)).toEqual(checkpoint);
  expect(await readdir(join(folder, "deep"))).toEqual(["latest.safetensors"]);
});

it("loadCheckpoint(path) notices a flipped byte anywhere, a cut and a missing file", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "latest.safetensors");
  await saveCheckpoint(path, await interrupt("adam", 8));
  const good = await readFile(path);
  const corrupt = { name: "TrainingError", code: "CORRUPT_CHECKPOINT" };
  const headerLength = 8 + Number(good.readBigUInt64LE(0));
  const epoch = good.indexOf("epoch") + 8;
  for (const at of [0, 3, 8, epoch, headerLength, headerLength + 41, good.length - 1]) {
    const bad = Buffer.from(good);
    bad.writeUInt8(good.readUInt8(at) ^ 0x10, at);
    await writeFile(path, bad);
    await expect(loadCheckpoint(path), `byte ${at}`).rejects.toMatchObject(corrupt);
  }
  for (const length of [0, 7, 100, good.length - 1]) {
    await writeFile(path, good.subarray(0, length));
    await expect(loadCheckpoint(path), `cut at ${length}`).rejects.toMatchObject(corrupt);
  }
  await expect(loadCheckpoint(join(folder, "none"))).rejects.toMatchObject(corrupt);
});
