import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance } from "./againstCpu.ts";
import { nearly } from "./nearly.ts";

beforeAll(() => startBackends());

/** Losses, and behind them the gradients of their weighted sum, by the kernel. */
function fused(
  probabilities: tf.Tensor,
  targets: tf.Tensor,
  sparse: boolean,
  smoothing: number = 0,
): tf.Tensor {
  const inputs = { probabilities, targets };
  const [losses, gradients] = tf
    .engine()
    .runKernel<tf.Tensor[]>("MinibatchCrossEntropy", inputs, { sparse, smoothing }) as [tf.Tensor, tf.Tensor];
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

it.each([
  ["labels", true],
  ["distributions", false],
])("MinibatchCrossEntropy smooths %s as Keras does", async (_name, sparse) => {
  await fc.assert(
    fc.asyncProperty(
      cases,
      fc.constantFrom(0.1, 0.2, 0.9),
      async ({ rows, classes, spread, seed }, smoothing) => {
        const probabilities = () => tf.softmax(tf.mul(sample([rows, classes], seed), spread));
        const labels = () =>
          tf.tensor1d(Array.from({ length: rows }, (_, row) => (row * 7 + seed) % classes));
        const distributions = () => tf.softmax(sample([rows, classes], seed + 1));
        const smoothed = () => {
          const targets = sparse
            ? tf.cast(tf.oneHot(tf.cast(labels(), "int32"), classes), "float32")
            : distributions();
          return tf.add(tf.mul(targets, 1 - smoothing), smoothing / classes);
        };
        expect(
          await differenceFromCpu(
            () => fused(probabilities(), sparse ? labels() : distributions(), sparse, smoothing),
            () => composed(probabilities(), smoothed(), false),
          ),
        ).toBeLessThan(tolerance);
      },
    ),
    { seed: 11, numRuns: 30 },
  );
});

it("MinibatchCrossEntropy lets a label that names no class cost nothing, as tfjs does", () => {
  const values = tf.tidy(() =>
    fused(tf.tensor2d([[0.5, 0.5]]), tf.tensor2d([[2]]), true).dataSync<"float32">(),
  );
  expect([...values]).toEqual([0, 0, 0]);
});

const specials = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** Both on both backends, with something that is not finite in probabilities or targets. */
async function withSpecial(
  special: number,
  place: number,
  inTargets: boolean,
  sparse: boolean,
): Promise<number[][]> {
  const results: number[][] = [];
  for (const [backend, compute] of [["cpu", composed] as const, ["wasm", fused] as const]) {
    await tf.setBackend(backend);
    results.push(
      tf.tidy(() => {
        const put = (tensor: tf.Tensor, here: boolean) => {
          const values = tensor.dataSync<"float32">();
          if (here) values[place % values.length] = special;
          return tf.tensor(values, tensor.shape);
        };
        const targets = sparse ? tf.tensor2d([[0], [2], [1]]) : tf.softmax(sample([3, 3], 2));
        const probabilities = put(tf.softmax(sample([3, 3], 1)), !inTargets);
        return [...compute(probabilities, put(targets, inTargets), sparse).dataSync()];
      }),
    );
  }
  return results;
}

it.each(specials)(
  "MinibatchCrossEntropy makes of %d in probabilities and targets what tfjs' operations do",
  async (special) => {
    for (const sparse of [true, false]) {
      for (const inTargets of [true, false]) {
        for (const place of [0, 4, 8]) {
          const [expected = [], actual] = await withSpecial(special, place, inTargets, sparse);
          const rounded = nearly(expected, 4);
          expect({ sparse, inTargets, place, actual }).toEqual({ sparse, inTargets, place, actual: rounded });
        }
      }
    }
  },
);

it("MinibatchCrossEntropy gives what is not a number for a label that names no class, too", async () => {
  for (const label of [-1, 3, 2 ** 31, 2 ** 40, 1.9]) {
    for (const p of [0.5, Number.NaN]) {
      const on = async (backend: string, compute: typeof fused) => {
        await tf.setBackend(backend);
        return tf.tidy(() => [
          ...compute(tf.tensor2d([[p, 0.25, 0.25]]), tf.tensor2d([[label]]), true).dataSync(),
        ]);
      };
      const expected = await on("cpu", composed);
      const actual = await on("wasm", fused);
      expect({ label, p, actual }).toEqual({
        label,
        p,
        actual: nearly(expected, 5),
      });
    }
  }
});
