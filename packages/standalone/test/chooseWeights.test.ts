import "@tensorflow/tfjs-backend-cpu";
import type { NdArray } from "@minibatch/datasets";
import { mlp } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import { type Tensor, tensor, tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { chooseWeights, type TestSet } from "../src/index.ts";

/** Gives the outputs of a model as the engine of an app does. */
const predictWith =
  (model: LayersModel) =>
  async ({ data, shape }: NdArray): Promise<NdArray<Float32Array>> => {
    const y = tidy(() => model.predict(tensor(Float32Array.from(data), [...shape])) as Tensor);
    const outputs = { data: (await y.data()) as Float32Array, shape: y.shape };
    y.dispose();
    return outputs;
  };

/** Rows of a linear model, and what is right for them. */
function rowsOf(task: TestSet["task"], labels: (row: number) => number): TestSet {
  const rows = 40;
  const x = Float32Array.from({ length: rows * 3 }, (_, at) => ((at * 37) % 17) / 8 - 1);
  const y = Float32Array.from({ length: rows }, (_, row) => labels(row));
  return { x: { data: x, shape: [rows, 3] }, y: { data: y, shape: [rows] }, task };
}

const classes = () => mlp({ inputShape: [3], hidden: [8], classes: 4, seed: 2 });

/** What a model says itself, so that it has all right. */
async function ownLabels(model: LayersModel, { x }: TestSet): Promise<Float32Array> {
  const { data } = await predictWith(model)(x);
  return Float32Array.from({ length: 40 }, (_, row) => {
    const scores = data.subarray(row * 4, row * 4 + 4);
    return scores.indexOf(Math.max(...scores));
  });
}

it("chooseWeights(model, options) takes a byte for each weight where the test set does not notice", () =>
  expectNoLeak(async () => {
    const model = classes();
    const drawn = rowsOf("classification", () => 0);
    const testSet = { ...drawn, y: { data: await ownLabels(model, drawn), shape: [40] } };
    const chosen = await chooseWeights(model, { predict: predictWith(model), testSet });
    expect(chosen).toMatchObject({
      weights: "int8",
      test: { samples: 40, accuracy: 1 },
      compared: { float32: { accuracy: 1 }, int8: { accuracy: 1 } },
    });
    expect(chosen.check.inputs).toHaveLength(8);
    model.dispose();
  }));

it("chooseWeights(model, options) keeps four bytes where the error grows by more than a hundredth", () =>
  expectNoLeak(async () => {
    const model = mlp({ inputShape: [3], hidden: [8], outputs: 1, seed: 2 });
    const drawn = rowsOf("regression", () => 0);
    const { data } = await predictWith(model)(drawn.x);
    // All but no error: each rounding is a large part of it.
    const y = { data: data.map((value) => value + 1e-6), shape: [40] };
    const chosen = await chooseWeights(model, { predict: predictWith(model), testSet: { ...drawn, y } });
    expect(chosen.weights).toBe("float32");
    expect(chosen.test?.mae).toBeCloseTo(1e-6, 7);
    expect(chosen.compared?.int8.mae).toBeGreaterThan(1e-4);
    model.dispose();
  }));

it("chooseWeights(model, options) without a test set keeps four bytes, and takes those that are asked for", () =>
  expectNoLeak(async () => {
    const model = classes();
    const predict = predictWith(model);
    const whole = await chooseWeights(model, { predict });
    const small = await chooseWeights(model, { predict, weights: "int8" });
    expect([whole.weights, whole.test, whole.compared]).toEqual(["float32", undefined, undefined]);
    expect([small.weights, small.test]).toEqual(["int8", undefined]);
    // Inputs that are made up, and what each of both makes of them.
    expect(small.check.inputs).toEqual(whole.check.inputs);
    expect(small.check.outputs).not.toEqual(whole.check.outputs);
    model.dispose();
  }));

it("chooseWeights(model, options) takes one output for the probability of the second of two classes", () =>
  expectNoLeak(async () => {
    const model = mlp({ inputShape: [3], hidden: [4], classes: 2, seed: 1 });
    const predict = async ({ shape }: NdArray) => ({
      data: Float32Array.from({ length: shape[0] ?? 0 }, (_, row) => (row % 2 ? 0.9 : 0.1)),
      shape: [shape[0] ?? 0, 1],
    });
    const testSet = rowsOf("classification", (row) => (row < 10 ? 1 - (row % 2) : row % 2));
    const { test } = await chooseWeights(model, { predict, testSet, weights: "float32" });
    expect(test).toEqual({ samples: 40, accuracy: 0.75 });
    model.dispose();
  }));

it("chooseWeights(model, options) refuses a model whose outputs are not finite", () =>
  expectNoLeak(async () => {
    const model = classes();
    const predict = async ({ shape }: NdArray) => ({
      data: new Float32Array((shape[0] ?? 0) * 4).fill(Number.NaN),
      shape: [shape[0] ?? 0, 4],
    });
    const testSet = rowsOf("classification", () => 0);
    await expect(chooseWeights(model, { predict, testSet })).rejects.toMatchObject({
      code: "UNSUPPORTED_MODEL",
      message: expect.stringContaining("for test sample 0 is not finite"),
    });
    model.dispose();
  }));
