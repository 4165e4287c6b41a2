import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { startBackend } from "../src/index.ts";
import {
  type ConformanceModel,
  conformanceSpecs,
  runConformance,
  trainingStepSpecs,
} from "../src/testing.ts";

beforeAll(() => startBackend("cpu"));

const model: ConformanceModel = {
  name: "a line",
  createModel: () =>
    tfl.sequential({
      layers: [tfl.layers.dense({ units: 1, inputShape: [1] }), tfl.layers.dropout({ rate: 0.9 })],
    }),
  createOptimizer: () => tf.train.sgd(0.1),
  loss: "meanSquaredError",
  // Of packages/recipes/test/reference/trainingSteps.json: dropout is left out.
  expected: [[0.2096245], [-0.05908347], [-0.9069053]],
};

async function errorOf(changes: Partial<ConformanceModel>): Promise<string | undefined> {
  const [result] = await runConformance(trainingStepSpecs([{ ...model, ...changes }]));
  return result?.error;
}

it("trainingStepSpecs(models) checks loss and gradients against the reference", async () => {
  expect(await errorOf({})).toBe("");
  expect(await errorOf({ expected: [[0.21], [-0.05908347], [-0.9069053]] })).toMatch(
    /loss: expected 1 at 0, got 0.99/,
  );
  expect(await errorOf({ expected: [[0.2096245], [-0.05908347], [-0.906]] })).toMatch(
    /gradient of weight 1: expected/,
  );
});

it("trainingStepSpecs(models) has the step bring the loss down, also without a reference", async () => {
  expect(await errorOf({ expected: undefined })).toBe("");
  expect(await errorOf({ expected: undefined, createOptimizer: () => tf.train.sgd(-0.1) })).toMatch(
    /a training step of a line: expected the loss to fall from 0.2/,
  );
});

it("trainingStepSpecs(models) tells of a model that leaks", async () => {
  const createModel = () => {
    tf.tensor1d([1]);
    return model.createModel();
  };
  expect(await errorOf({ createModel })).toMatch(/expected no tensors to be left, got 1/);
});

it("trainingStepSpecs(models) takes classes as well as values, and names that the suite has not", async () => {
  const createModel = () =>
    tfl.sequential({ layers: [tfl.layers.dense({ units: 4, activation: "softmax", inputShape: [12] })] });
  const changes = { createModel, loss: "sparseCategoricalCrossentropy", expected: undefined } as const;
  expect(await errorOf(changes)).toBe("");
  const [spec] = trainingStepSpecs([model]);
  expect(conformanceSpecs.map(({ name }) => name)).not.toContain(spec?.name);
});
