import "@tensorflow/tfjs-backend-cpu";
import { drawDigits } from "@minibatch/datasets";
import { cnn, mlp } from "@minibatch/models";
import { createOptimizer } from "@minibatch/recipes";
import { expectNoLeak } from "@minibatch/testing";
import { fit } from "@minibatch/training";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { hiddenBatch } from "../src/worker/lesson/hiddenBatch.ts";
import { inputOf, keptRun } from "./openedRun.ts";

beforeAll(() => tf.setBackend("cpu"));

it("hiddenBatch(run) gives what the first batch normalization gets, and what it has learned: what tfjs makes of it follows", async () => {
  const blocks = [{ filters: [3] }];
  const model = cnn({ inputShape: [28, 28, 1], blocks, classes: 10, batchNorm: true, seed: 2 });
  model.compile({ optimizer: createOptimizer("adam", 0.01), loss: "sparseCategoricalCrossentropy" });
  await fit(model, drawDigits({ count: 40 }), { epochs: 2, batchSize: 20 });
  const { units, of, epsilon = 0 } = await expectNoLeak(() => hiddenBatch(keptRun(model)));
  expect([units.length, of]).toEqual([3, 3]);
  const layer = model.layers.find((layer) => layer.getClassName() === "BatchNormalization");
  if (!layer) throw new Error("The network has no batch normalization.");
  const input = inputOf(model, layer, 12) as tf.Tensor4D;
  const [, height, width] = input.shape;
  const output = layer.apply(input) as tf.Tensor4D;
  const centre = (of: tf.Tensor4D): number[][] =>
    tf
      .reshape(tf.slice(of, [0, height >> 1, width >> 1, 0], [12, 1, 1, 3]), [12, 3])
      .arraySync() as number[][];
  const { mean, variance } = tf.moments(input, [0, 1, 2]);
  const [means, variances] = [mean.arraySync() as number[], variance.arraySync() as number[]];
  const order = [0, 1, 2].toSorted((a, b) => (variances[b] ?? 0) - (variances[a] ?? 0));
  for (const [at, map] of order.entries()) {
    const unit = units[at];
    const learned = unit?.learned;
    if (!unit || !learned) throw new Error("A map is missing.");
    expect(unit.mean).toBeCloseTo(means[map] ?? 0, 4);
    expect(unit.variance).toBeCloseTo(variances[map] ?? 0, 4);
    expect(learned.mean).not.toBe(0);
    for (const [picture, value] of unit.values.entries()) {
      expect(value).toBeCloseTo(centre(input)[picture]?.[map] ?? 0, 5);
      const made = ((value - learned.mean) / Math.sqrt(learned.variance + epsilon)) * learned.scale;
      expect(made + learned.shift).toBeCloseTo(centre(output)[picture]?.[map] ?? 0, 4);
    }
  }
  model.dispose();
});

it("hiddenBatch(run) gives the units of the last hidden layer where there is no batch normalization", async () => {
  const model = mlp({ inputShape: [28, 28, 1], hidden: [20], classes: 10, seed: 4 });
  const { units, of, epsilon } = await expectNoLeak(() => hiddenBatch(keptRun(model)));
  expect([units.length, of, epsilon]).toEqual([16, 20, undefined]);
  const hidden = inputOf(model, model.layers.at(-1), 12).arraySync() as number[][];
  const columns = Array.from({ length: 20 }, (_, unit) => hidden.map((row) => row[unit] ?? 0));
  const varianceOf = (values: readonly number[]): number => {
    const mean = values.reduce((sum, value) => sum + value, 0) / 12;
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 12;
  };
  const wanted = columns.toSorted((a, b) => varianceOf(b) - varianceOf(a));
  for (const [at, { values, variance, learned }] of units.entries()) {
    expect(learned).toBeUndefined();
    expect(variance).toBeCloseTo(varianceOf(wanted[at] ?? []), 5);
    for (const [picture, value] of values.entries()) expect(value).toBeCloseTo(wanted[at]?.[picture] ?? 0, 5);
  }
  model.dispose();
});
