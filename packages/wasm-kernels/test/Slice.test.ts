import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends } from "./againstCpu.ts";

beforeAll(() => startBackends());

const cases: readonly (readonly [name: string, shape: number[], begin: number[], size: number[]])[] = [
  ["rows in the middle", [7, 5, 3], [2], [4]],
  ["the last rows", [7, 5, 3], [5], [-1]],
  ["a part of one row", [7, 5, 3], [3, 1], [1, 2]],
  ["a part of every row", [7, 5, 3], [0, 1], [7, 2]],
  ["a window in all axes", [4, 5, 6, 2], [1, 2, 3, 0], [2, 2, 2, 1]],
  ["all of it", [3, 4], [0, 0], [3, 4]],
  ["no rows", [3, 4], [1], [0]],
  ["nothing of nothing", [0, 4], [0, 1], [0, 3]],
  ["the end of a vector", [9], [6], [3]],
];

describe.each(["float32", "int32", "bool"] as const)("slice(%s)", (dtype) => {
  it.each(cases)("equals cpu for %s", async (_, shape, begin, size) => {
    const cut = () => {
      const x = tf.cast(tf.mul(sample(shape, 1), 5), dtype);
      return tf.slice(x, begin, size);
    };
    expect(await differenceFromCpu(cut)).toBe(0);
  });
});

it("slice(x) of what is not computed yet has its values, and those of its gradient", async () => {
  const gradient = () => {
    const x = sample([6, 4], 2) as tf.Tensor2D;
    const weights = sample([4, 3], 3) as tf.Tensor2D;
    const cut = (w: tf.Tensor) => tf.slice(tf.relu(tf.matMul(x, w as tf.Tensor2D)), 1, 3);
    return tf.grad((w: tf.Tensor) => tf.sum(tf.square(cut(w))))(weights);
  };
  expect(await differenceFromCpu(gradient)).toBeLessThan(1e-5);
});

it("slice(x) leaves its input as it is, and outlives it", async () => {
  const cut = () => {
    const x = sample([5, 3], 4);
    const rows = tf.slice(x, [1], [3]);
    x.dispose();
    return tf.add(rows, sample([3, 3], 5));
  };
  expect(await differenceFromCpu(cut)).toBe(0);
});

it("slice(x) refuses what reaches beyond its input", () => {
  expect(() => tf.tidy(() => tf.slice(sample([3, 4], 6), [1], [3]))).toThrow(/slice|begin\[0\]/);
});
