import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends } from "./againstCpu.ts";

beforeAll(() => startBackends());

function kernel(outputs: tf.Tensor, targets: tf.Tensor, sparse: boolean): tf.Tensor {
  return tf.engine().runKernel<tf.Tensor>("MinibatchAccuracy", { outputs, targets }, { sparse });
}

const cases = fc.record({
  rows: fc.integer({ min: 1, max: 40 }),
  classes: fc.integer({ min: 1, max: 12 }),
  // With few values, many are equal: the first of them counts.
  levels: fc.constantFrom(1, 3, 1000),
  seed: fc.nat(1000),
});

const outputs = (rows: number, classes: number, levels: number, seed: number) =>
  tf.div(tf.floor(tf.mul(sample([rows, classes], seed), levels)), levels);

it.each([true, false])("MinibatchAccuracy equals tfjs' metric, sparse: %s", async (sparse) => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ rows, classes, levels, seed }) => {
      const targets = () =>
        sparse
          ? tf.floor(tf.mul(tf.abs(sample([rows, 1], seed + 1)), classes + 1))
          : outputs(rows, classes, levels, seed + 1);
      const metric = sparse ? tfl.metrics.sparseCategoricalAccuracy : tfl.metrics.categoricalAccuracy;
      const difference = await differenceFromCpu(
        () => kernel(outputs(rows, classes, levels, seed), targets(), sparse),
        () => tf.mean(metric(targets(), outputs(rows, classes, levels, seed))),
      );
      // Here it is rounded once.
      expect(difference).toBeLessThan(3e-7);
    }),
    { numRuns: 60, seed: 20 },
  );
});

it("MinibatchAccuracy takes what is not a number as tfjs does", async () => {
  const values = () => tf.tensor2d([Number.NaN, 1, 0, Number.NaN, 2, 1, Number.NaN, Number.NaN], [4, 2]);
  const labels = () => tf.tensor1d([0, 0, 0, 1]);
  await tf.setBackend("wasm");
  expect(
    await differenceFromCpu(
      () => kernel(values(), labels(), true),
      () => tf.scalar(0.75),
    ),
  ).toBe(0);
});

it("MinibatchAccuracy refuses labels for other rows", () => {
  expect(() => tf.tidy(() => kernel(sample([3, 4], 1), sample([2], 2), true))).toThrow(/targets/);
});
