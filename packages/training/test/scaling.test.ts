import "@tensorflow/tfjs-backend-cpu";
import type { Samples } from "@minibatch/datasets";
import { loadModel, type InputScaling, linearRegression, saveModel } from "@minibatch/models";
import { expectNoLeak, temporaryFolder } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { applyScaling, evaluate, fit, predict, rescale, standardize } from "../src/index.ts";
import { readReference } from "./readReference.ts";

beforeAll(() => tf.setBackend("cpu"));

const reference = readReference<
  Record<"train" | "test" | "standardized" | "rescaled" | "rescaledSymmetric", number[][]> &
    Record<"images" | "normalizedImages", number[]>
>("scaling");

function table(rows: number[][]) {
  return { data: Float64Array.from(rows.flat()), shape: [rows.length, rows[0]?.length ?? 0] };
}

function expectClose(found: ArrayLike<number>, expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) {
    expect(Math.abs((found[at] ?? Number.NaN) - value)).toBeLessThan(1e-6 * Math.max(1, Math.abs(value)));
  }
}

it("standardize(x) agrees with scikit-learn's StandardScaler, also for a feature that never varies", () => {
  const scaled = applyScaling(table(reference.test), standardize(table(reference.train)));
  expect(scaled.shape).toEqual([8, 4]);
  expectClose(scaled.data, reference.standardized.flat());
});

it("standardize(images) scales channels as Keras' Normalization does", () => {
  const images = { data: Uint8Array.from(reference.images), shape: [6, 3, 3, 2] };
  expectClose(applyScaling(images, standardize(images)).data, reference.normalizedImages);
});

it("standardize(x) gives equal values the scale 1 even where their mean is rounded", () => {
  const { scale, offset } = standardize({ data: new Float64Array(10).fill(0.1), shape: [10, 1] });
  expect(scale).toEqual([1]);
  expect((offset as number[])[0]).toBeCloseTo(-0.1, 12);
});

it("rescale(x, range) agrees with scikit-learn's MinMaxScaler", () => {
  const [train, test] = [table(reference.train), table(reference.test)];
  expectClose(applyScaling(test, rescale(train)).data, reference.rescaled.flat());
  expectClose(applyScaling(test, rescale(train, [-1, 1])).data, reference.rescaledSymmetric.flat());
});

it("standardize and rescale take single values as one feature", () => {
  const prices = { data: Float32Array.of(10, 20, 30), shape: [3] };
  expect([...applyScaling(prices, rescale(prices)).data]).toEqual([0, 0.5, 1]);
  expect(standardize(prices)).toEqual({
    scale: [1 / Math.sqrt(200 / 3)],
    offset: [-20 / Math.sqrt(200 / 3)],
  });
});

it("standardize and rescale reject no rows, values that are not finite, and empty ranges", () => {
  const invalid = expect.objectContaining({ name: "TrainingError", code: "INVALID_ARGUMENT" });
  for (const fitScaling of [standardize, rescale]) {
    expect(() => fitScaling({ data: new Float32Array(0), shape: [0, 3] })).toThrow(invalid);
    expect(() => fitScaling({ data: Float32Array.of(1, Number.NaN), shape: [2, 1] })).toThrow(
      /value 1 is NaN/,
    );
  }
  expect(() => rescale(table([[1], [2]]), [1, 1])).toThrow(invalid);
});

it("applyScaling(x, scaling) takes a number for all features or one for each, and bytes", () => {
  const x = { data: Uint8Array.of(0, 100, 200, 255), shape: [2, 2] };
  const scaled = (scaling: InputScaling) => [...applyScaling(x, scaling).data];
  expect(scaled({ scale: 2, offset: 1 })).toEqual([1, 201, 401, 511]);
  expect(scaled({ scale: [1, 2], offset: 1 })).toEqual([1, 201, 201, 511]);
  expect(scaled({ scale: 0.5, offset: [0, -50] })).toEqual([0, 0, 100, 77.5]);
  expect(() => applyScaling(x, { scale: [1, 2, 3], offset: 0 })).toThrow(
    /for 3 features, but the inputs have 2/,
  );
});

/** Two features of very different size, and a value that depends on both. */
function houses() {
  const x = Float32Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 1000 + 10 * at : (at * 7) % 5));
  const y = Float32Array.from(
    { length: 12 },
    (_, row) => (x[row * 2] ?? 0) / 100 + 3 * (x[row * 2 + 1] ?? 0),
  );
  return { x: { data: x, shape: [12, 2] }, y: { data: y, shape: [12] } };
}

it("fit, evaluate and predict scale each feature by inputScaling, as scaling beforehand would", async () => {
  const samples = houses();
  const inputScaling = standardize(samples.x);
  const scaled = { ...samples, x: applyScaling(samples.x, inputScaling) };
  const run = async (data: Samples, options: { inputScaling?: InputScaling }) => {
    const model = linearRegression({ inputShape: [2] });
    model.compile({ optimizer: tf.train.sgd(0.1), loss: "meanSquaredError" });
    const history = await fit(model, data, { epochs: 50, batchSize: 4, ...options });
    return { history, loss: await evaluate(model, data, options), y: await predict(model, data.x, options) };
  };
  const asOption = await run(samples, { inputScaling });
  expect(asOption).toEqual(await run(scaled, {}));
  expect(asOption.loss["loss"]).toBeLessThan(0.01);
});

it("saveModel(model, folder, { inputScaling }) keeps the scaling of each feature for predict", async () => {
  const samples = houses();
  const inputScaling = standardize(samples.x);
  await expectNoLeak(async () => {
    const model = linearRegression({ inputShape: [2] });
    const folder = await temporaryFolder();
    await saveModel(model, folder, { inputScaling });
    const loaded = await loadModel(folder);
    expect(loaded.metadata.inputScaling).toEqual(inputScaling);
    expect(await predict(loaded.model, samples.x, { inputScaling: loaded.metadata.inputScaling })).toEqual(
      await predict(model, samples.x, { inputScaling }),
    );
    model.dispose();
    loaded.model.dispose();
  });
});
