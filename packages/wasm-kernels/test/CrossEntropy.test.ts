import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance } from "./againstCpu.ts";

beforeAll(() => startBackends());

/** Losses, and behind them the gradients of their weighted sum, by the kernel. */
function fused(probabilities: tf.Tensor, targets: tf.Tensor, sparse: boolean): tf.Tensor {
  const inputs = { probabilities, targets };
  const [losses, gradients] = tf
    .engine()
    .runKernel<tf.Tensor[]>("MinibatchCrossEntropy", inputs, { sparse }) as [tf.Tensor, tf.Tensor];
  return tf.concat([tf.reshape(losses, [-1]), tf.reshape(gradients, [-1])]);
}

/** The same of tfjs' operations. */
function composed(probabilities: tf.Tensor, targets: tf.Tensor, sparse: boolean): tf.Tensor {
  const classes = probabilities.shape[1] ?? 0;
  const oneHot = sparse ? tf.oneHot(tf.cast(tf.reshape(targets, [-1]), "int32"), classes) : targets;
  const loss = (p: tf.Tensor) =>
    tfl.metrics.categoricalCrossentropy(oneHot, sparse ? tf.clipByValue(p, 1e-7, 1 - 1e-7) : p);
  const gradients = tf.grad((p: tf.Tensor) => tf.sum(loss(p)))(probabilities);
  return tf.concat([tf.reshape(loss(probabilities), [-1]), tf.reshape(gradients, [-1])]);
}

const cases = fc.record({
  rows: fc.integer({ min: 1, max: 9 }),
  classes: fc.integer({ min: 2, max: 12 }),
  // Differences of logits: with large ones, probabilities are clipped.
  spread: fc.constantFrom(1, 5, 40),
  seed: fc.nat(1000),
});

it.each([
  ["labels", true],
  ["distributions", false],
])("MinibatchCrossEntropy equals tfjs' operations for %s, its gradient too", async (_name, sparse) => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ rows, classes, spread, seed }) => {
      const probabilities = () => tf.softmax(tf.mul(sample([rows, classes], seed), spread));
      const targets = () =>
        sparse
          ? tf.tensor2d(Array.from({ length: rows }, (_, row) => [(row * 7 + seed) % classes]))
          : tf.softmax(sample([rows, classes], seed + 1));
      expect(
        await differenceFromCpu(
          () => fused(probabilities(), targets(), sparse),
          () => composed(probabilities(), targets(), sparse),
        ),
      ).toBeLessThan(tolerance);
    }),
    { seed: 9, numRuns: 60 },
  );
});

it("MinibatchCrossEntropy lets a label that names no class cost nothing, as tfjs does", () => {
  const values = tf.tidy(() =>
    fused(tf.tensor2d([[0.5, 0.5]]), tf.tensor2d([[2]]), true).dataSync<"float32">(),
  );
  expect([...values]).toEqual([0, 0, 0]);
});
