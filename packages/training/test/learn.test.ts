import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import {
  conv2d,
  elu,
  gradientDescentStep,
  leakyRelu,
  maxout,
  pool2d,
  relu,
  seededRandom,
  sigmoid,
  softmax,
  tanh,
} from "../src/index.ts";

it("gradientDescentStep(0.38, -0.55, 0.01) is 0.3855, as the courses have it", () => {
  expect(gradientDescentStep(0.38, -0.55, 0.01)).toBeCloseTo(0.3855, 12);
});

it.each([
  ["sigmoid", sigmoid, tf.sigmoid],
  ["tanh", tanh, tf.tanh],
  ["relu", relu, tf.relu],
  ["leakyRelu", leakyRelu(0.2), (x: tf.Tensor) => tf.leakyRelu(x, 0.2)],
  ["elu", elu(), tf.elu],
])("%s(x) agrees with tfjs from -8 to 8", async (_name, ours, theirs) => {
  await tf.setBackend("cpu");
  const points = Array.from({ length: 65 }, (_, index) => (index - 32) / 4);
  const expected = tf.tidy(() => theirs(tf.tensor1d(points)).dataSync());
  for (const [index, x] of points.entries()) expect(ours(x)).toBeCloseTo(expected[index] ?? Number.NaN, 5);
});

it("maxout(lines)(x) is the highest line", () => {
  const absolute = maxout([
    [1, 0],
    [-1, 0],
  ]);
  expect([-2, 0, 3].map(absolute)).toEqual([2, 0, 3]);
});

it.each(["max", "average"] as const)(
  "pool2d(matrix, { kind: %o }) agrees with tfjs for sizes and strides",
  async (kind) => {
    await tf.setBackend("cpu");
    const random = seededRandom(3);
    const matrix = Array.from({ length: 7 }, () => Array.from({ length: 6 }, () => Math.round(random() * 9)));
    for (const [size, stride] of [
      [2, 2],
      [3, 1],
      [2, 3],
    ] as const) {
      const expected = tf.tidy(() => {
        const image = tf.reshape<tf.Rank.R3>(tf.tensor2d(matrix), [7, 6, 1]);
        const pooled = (kind === "max" ? tf.maxPool : tf.avgPool)(image, size, stride, "valid");
        return tf.squeeze(pooled, [2]).arraySync() as number[][];
      });
      for (const [row, line] of pool2d(matrix, { kind, size, stride }).entries()) {
        for (const [column, value] of line.entries())
          expect(value).toBeCloseTo(expected[row]?.[column] ?? Number.NaN, 5);
      }
    }
  },
);

it("pool2d(matrix, options) refuses a window that does not fit", () => {
  expect(() => pool2d([[1]], { kind: "max" })).toThrow(/2x2 must fit into the matrix, which is 1x1/);
});

it("conv2d(matrix, kernel) finds an edge", () => {
  const edges = [
    [-1, 0, 1],
    [-1, 0, 1],
    [-1, 0, 1],
  ];
  const bright = [0, 0, 9, 9, 9];
  expect(conv2d([bright, bright, bright], edges)).toEqual([[27, 27, 0]]);
});

it("conv2d(matrix, kernel, options) agrees with tfjs for kernels, strides and paddings", async () => {
  await tf.setBackend("cpu");
  const random = seededRandom(6);
  const matrixOf = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => Math.round(random() * 18 - 9)));
  const matrix = matrixOf(7, 6);
  for (const [height, width] of [
    [3, 3],
    [1, 1],
    [2, 4],
    [5, 2],
  ] as const) {
    const kernel = matrixOf(height, width);
    for (const stride of [1, 2, 3]) {
      for (const padding of ["valid", "same"] as const) {
        const expected = tf.tidy(() => {
          const image = tf.reshape<tf.Rank.R3>(tf.tensor2d(matrix), [7, 6, 1]);
          const filter = tf.reshape<tf.Rank.R4>(tf.tensor2d(kernel), [height, width, 1, 1]);
          return tf.squeeze(tf.conv2d(image, filter, stride, padding), [2]).arraySync();
        });
        const where = `${height}x${width}, stride ${stride}, ${padding}`;
        expect(conv2d(matrix, kernel, { stride, padding }), where).toEqual(expected);
      }
    }
  }
});

it("conv2d(matrix, kernel) refuses a kernel that does not fit", () => {
  const invalid = expect.objectContaining({ code: "INVALID_ARGUMENT" });
  expect(() => conv2d([[1, 2]], [[1], [1]])).toThrow(/kernel of 2x1 must fit into the matrix, which is 1x2/);
  expect(() => conv2d([[1]], [])).toThrow(invalid);
  expect(() => conv2d([[1]], [[1]], { stride: 0 })).toThrow(invalid);
});

it("softmax(logits) gives what tfjs' op gives, for logits of any size", () => {
  const random = seededRandom(11);
  for (const logits of [[3], [2, 1, 0], [-700, 12, 800], [1e6, -1e6], Array.from({ length: 10 }, random)]) {
    const expected = tf.tidy(() => [...tf.softmax(tf.tensor1d(logits)).dataSync()]);
    const shares = softmax(logits);
    for (const [index, share] of shares.entries()) expect(share).toBeCloseTo(expected[index] ?? 0, 6);
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
  }
  expect(softmax([])).toEqual([]);
});
