import "@tensorflow/tfjs-backend-cpu";
import { cnn } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import {
  argMax,
  evaluate,
  type FitEvent,
  type FitOptions,
  fit,
  predict,
  seededRandom,
} from "../src/index.ts";
import { readReference } from "./readReference.ts";
import {
  expectRun,
  type ReferenceRun,
  referenceNetwork,
  referenceOptions,
  referenceSamples,
  weightsOf,
} from "./referenceNetwork.ts";

beforeAll(() => tf.setBackend("cpu"));

/** 4x4 images, bright in the half that their label names: learnable in a few steps. */
function halves(rows: number, seed = 1) {
  const random = seededRandom(seed);
  const y = Uint8Array.from({ length: rows }, (_, row) => row % 2);
  const x = Uint8Array.from({ length: rows * 16 }, (_, at) => {
    const bright = at % 16 < 8 ? y[Math.floor(at / 16)] === 0 : y[Math.floor(at / 16)] === 1;
    return Math.floor(random() * 100) + (bright ? 120 : 0);
  });
  return { x: { data: x, shape: [rows, 4, 4, 1] }, y: { data: y, shape: [rows] } };
}

function compiled(optimizer: string | tf.Optimizer = "adam") {
  const model = cnn({ inputShape: [4, 4, 1], blocks: [{ filters: [3] }], dropout: 0.3, classes: 2 });
  model.compile({ optimizer, loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
  return model;
}

async function train(options: FitOptions, rows = 50) {
  const model = compiled();
  const history = await fit(model, halves(rows), { batchSize: 8, epochs: 2, ...options });
  const weights = weightsOf(model);
  model.dispose();
  return { history, weights };
}

describe("fit(model, samples, options) trains as Keras does", () => {
  const { runs } = readReference<{ runs: Record<string, ReferenceRun> }>("fit");

  it.each([
    ["sgd", () => tf.train.sgd(0.5)],
    ["momentum", () => tf.train.momentum(0.1, 0.9)],
    ["rmsprop", () => tf.train.rmsprop(0.01)],
    ["adam", () => tf.train.adam(0.01)],
  ])("with %s: history and final weights", async (name, makeOptimizer) => {
    const model = referenceNetwork(makeOptimizer());
    const history = await fit(model, referenceSamples, { ...referenceOptions, epochs: 4 });
    expectRun(history, model, runs[name]);
  });
});

it("fit(model, samples) learns, and evaluate and predict agree on how well", async () => {
  const model = compiled();
  const test = halves(40, 2);
  const history = await fit(model, halves(80), { epochs: 12, batchSize: 8, validationData: test });
  const { loss, accuracy } = await evaluate(model, test, { batchSize: 7 });
  expect(accuracy).toBeGreaterThan(0.95);
  expect(loss).toBeCloseTo(history.valLoss?.at(-1) ?? 0, 5);
  const predicted = argMax(await predict(model, test.x, { batchSize: 9 }));
  const right = predicted.filter((label, row) => label === test.y.data[row]).length;
  expect(right / 40).toBeCloseTo(accuracy ?? 0, 6);
});

it("fit(model, samples, { seed }) gives the same history and weights again, dropout and shuffling included", async () => {
  expect(await train({ seed: 5 })).toEqual(await train({ seed: 5 }));
});

it("fit(model, samples, { seed }) gives other weights for another seed", async () => {
  expect((await train({ seed: 5 })).weights).not.toEqual((await train({ seed: 6 })).weights);
});

it("fit(model, samples) leaves dropout layers as they were", async () => {
  const model = compiled();
  const dropout = model.layers.find((layer) => layer.getClassName() === "Dropout") ?? {};
  await fit(model, halves(24), {
    batchSize: 8,
    onEvent: () => expect(Object.hasOwn(dropout, "call")).toBe(true),
  });
  expect(Object.hasOwn(dropout, "call")).toBe(false);
});

it("fit(model, samples, { onEvent }) reports each batch and each epoch", async () => {
  const events: FitEvent[] = [];
  const history = await fit(compiled(), halves(20), {
    batchSize: 8,
    epochs: 2,
    onEvent: (event) => events.push(event),
  });
  expect(events.map((event) => (event.type === "batch" ? event.batch : event.type))).toEqual([
    1,
    2,
    3,
    "epoch",
    1,
    2,
    3,
    "epoch",
  ]);
  const last = events.at(-1);
  expect(last?.type === "epoch" && last.logs).toEqual({
    loss: history.loss[1],
    accuracy: history.accuracy?.[1],
  });
});

it("fit, evaluate and predict leave no tensor behind", async () => {
  const model = compiled();
  const samples = halves(20);
  // The first step makes the optimizer's accumulators, which are the model's to keep.
  await fit(model, samples, { batchSize: 8 });
  await expectNoLeak(async () => {
    await fit(model, samples, { batchSize: 8, epochs: 2, validationSplit: 0.2, onCheckpoint: () => {} });
    await evaluate(model, samples);
    await predict(model, samples.x);
  });
});

it("fit leaves no tensor behind when it fails in the middle", async () => {
  const model = compiled();
  await fit(model, halves(16), { batchSize: 8 });
  await expectNoLeak(async () => {
    const failing = fit(model, halves(16), {
      batchSize: 8,
      onEvent() {
        throw new Error("from the listener");
      },
    });
    await expect(failing).rejects.toThrow("from the listener");
  });
});

it("fit(model, samples) works on regression targets, which become a column", async () => {
  const model = tfl.sequential({
    layers: [tfl.layers.dense({ units: 1, inputShape: [1], kernelInitializer: "zeros" })],
  });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: "meanSquaredError" });
  const x = { data: Float32Array.of(-1, 0, 1, 2), shape: [4, 1] };
  const y = { data: Float32Array.of(-1, 1, 3, 5), shape: [4] };
  await fit(model, { x, y }, { epochs: 200, batchSize: 4 });
  expect(
    weightsOf(model)
      .flat()
      .map((value) => Math.round(value * 100) / 100),
  ).toEqual([2, 1]);
});

it("fit(model, samples) stops at a loss that is not a number and says what to try", async () => {
  const model = compiled(tf.train.sgd(1e30));
  await expect(fit(model, halves(40), { batchSize: 4, epochs: 5 })).rejects.toMatchObject({
    code: "NAN_LOSS",
    message: expect.stringMatching(/smaller learning rate/),
  });
});

it("fit(model, samples) rejects what it cannot train on", async () => {
  const model = compiled();
  const samples = halves(8);
  const uncompiled = cnn({ inputShape: [4, 4, 1], blocks: [{ filters: [3] }], classes: 2 });
  await expect(fit(uncompiled, samples)).rejects.toMatchObject({ code: "NOT_COMPILED" });
  await expect(fit(model, samples, { epochs: -1 })).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  await expect(fit(model, samples, { batchSize: 0 })).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  const flat = { ...samples, x: { data: samples.x.data, shape: [8, 16] } };
  await expect(fit(model, flat)).rejects.toMatchObject({ code: "SHAPE_MISMATCH" });
  await expect(predict(model, flat.x)).rejects.toThrow(/takes inputs of shape \[4, 4, 1\].*are \[16\]/);
});
