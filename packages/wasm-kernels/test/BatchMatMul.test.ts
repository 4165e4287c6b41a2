import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";

const flags = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
] as const;

function operands(m: number, k: number, n: number, transposeA: boolean, transposeB: boolean) {
  return [transposeA ? [k, m] : [m, k], transposeB ? [n, k] : [k, n]] as const;
}

const cases = variants.flatMap(([name, options]) =>
  flags.map(([transposeA, transposeB]) => ({ name, options, transposeA, transposeB })),
);

describe.each(cases)("matMul(a, b, $transposeA, $transposeB), $name", (variant) => {
  const { options, transposeA, transposeB } = variant;
  beforeAll(() => startBackends(options));

  it("equals cpu for sizes around its blocks", async () => {
    const size = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(4, 8, 127, 128, 129));
    const depth = fc.oneof(size, fc.constantFrom(255, 256, 257, 513));
    await fc.assert(
      fc.asyncProperty(size, depth, size, fc.nat(1000), async (m, k, n, seed) => {
        const [a, b] = operands(m, k, n, transposeA, transposeB);
        expect(
          await differenceFromCpu(() =>
            tf.matMul(sample(a, seed), sample(b, seed + 1), transposeA, transposeB),
          ),
        ).toBeLessThan(tolerance);
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it("equals cpu where a row of blocks is not enough", async () => {
    const [a, b] = operands(5, 300, 1030, transposeA, transposeB);
    expect(
      await differenceFromCpu(() => tf.matMul(sample(a, 1), sample(b, 2), transposeA, transposeB)),
    ).toBeLessThan(tolerance);
  });

  it("equals cpu for a few rows by a wide matrix, which is read where it lies", async () => {
    const rows = fc.integer({ min: 1, max: 5 });
    const depth = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(64, 515, 784));
    const columns = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(511, 512, 513, 1030));
    await fc.assert(
      fc.asyncProperty(rows, depth, columns, fc.nat(1000), async (m, k, n, seed) => {
        const [a, b] = operands(m, k, n, transposeA, transposeB);
        const multiply = () => tf.matMul(sample(a, seed), sample(b, seed + 1), transposeA, transposeB);
        expect(await differenceFromCpu(multiply)).toBeLessThan(tolerance);
      }),
      { seed: 1, numRuns: 12 },
    );
  });

  it("repeats matrices over broadcast batches", async () => {
    const [a, b] = operands(5, 6, 7, transposeA, transposeB);
    const multiply = (batchA: number[], batchB: number[]) =>
      tf.matMul(sample([...batchA, ...a], 1), sample([...batchB, ...b], 2), transposeA, transposeB);
    expect(await differenceFromCpu(() => multiply([3], [3]))).toBeLessThan(tolerance);
    expect(await differenceFromCpu(() => multiply([3], [1]))).toBeLessThan(tolerance);
    expect(await differenceFromCpu(() => multiply([1], [3]))).toBeLessThan(tolerance);
    expect(await differenceFromCpu(() => multiply([], [2, 3]))).toBeLessThan(tolerance);
    expect(await differenceFromCpu(() => multiply([2, 3], [2, 3]))).toBeLessThan(tolerance);
  });
});

describe("matMul(a, b)", () => {
  beforeAll(() => startBackends());

  it("crosses batches of [2, 1] and [1, 3] to [2, 3]", () => {
    const product = tf.tidy(() =>
      tf.matMul(tf.tensor([1, 10], [2, 1, 1, 1]), tf.tensor([1, 2, 3], [1, 3, 1, 1])).dataSync(),
    );
    expect([...product]).toEqual([1, 2, 3, 10, 20, 30]);
  });

  it("gives an empty tensor for an empty batch", () => {
    const shape = tf.tidy(() => tf.matMul(tf.zeros([0, 3]), tf.zeros([3, 2])).shape);
    expect(shape).toEqual([0, 2]);
  });

  it("has the gradients of cpu", async () => {
    const loss = (a: tf.Tensor, b: tf.Tensor) => tf.sum(tf.square(tf.matMul(a, b)));
    const gradients = () =>
      tf
        .grads(loss)([sample([9, 33], 1), sample([33, 17], 2)])
        .map((gradient) => tf.reshape(gradient, [-1]));
    expect(await differenceFromCpu(() => tf.concat(gradients()))).toBeLessThan(tolerance);
  });
});
