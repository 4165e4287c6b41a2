import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { sample, startBackends, variants } from "./againstCpu.ts";

type Shape = readonly number[];

/** An operation, and the shapes of what it takes. */
type Case = readonly [name: string, shapes: readonly Shape[], compute: (...inputs: tf.Tensor[]) => tf.Tensor];

const convolution =
  (strides: number, pad: "same" | "valid" | number) =>
  (x: tf.Tensor, filter: tf.Tensor): tf.Tensor =>
    tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, pad);
const depthwise =
  (strides: number, pad: "same" | "valid") =>
  (x: tf.Tensor, filter: tf.Tensor): tf.Tensor =>
    tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, pad);
const pool =
  (size: number, strides: number, pad: "same" | "valid") =>
  (x: tf.Tensor): tf.Tensor =>
    tf.maxPool(x as tf.Tensor4D, size, strides, pad);
const layer = (x: tf.Tensor, filter: tf.Tensor, bias: tf.Tensor) =>
  pool(2, 2, "valid")(tf.relu(tf.add(convolution(1, "same")(x, filter), bias)));

const cases: readonly Case[] = [
  [
    "matMul",
    [
      [7, 9],
      [9, 11],
    ],
    (a, b) => tf.matMul(a, b),
  ],
  [
    "matMul, transposed",
    [
      [9, 7],
      [11, 9],
    ],
    (a, b) => tf.matMul(a, b, true, true),
  ],
  ["a dense layer with relu", [[5, 9], [9, 8], [8]], (x, w, b) => tf.relu(tf.add(tf.matMul(x, w), b))],
  [
    "conv2d, valid",
    [
      [2, 6, 6, 2],
      [3, 3, 2, 5],
    ],
    convolution(1, "valid"),
  ],
  [
    "conv2d, same",
    [
      [2, 6, 6, 2],
      [3, 3, 2, 5],
    ],
    convolution(1, "same"),
  ],
  [
    "conv2d, padded by 2",
    [
      [1, 4, 4, 1],
      [3, 3, 1, 8],
    ],
    convolution(1, 2),
  ],
  [
    "conv2d with strides",
    [
      [1, 7, 7, 2],
      [3, 3, 2, 4],
    ],
    convolution(2, "same"),
  ],
  [
    "conv2d by Winograd's algorithm, same",
    [
      [2, 8, 8, 16],
      [3, 3, 16, 16],
    ],
    convolution(1, "same"),
  ],
  [
    "conv2d by Winograd's algorithm, valid",
    [
      [1, 10, 10, 16],
      [3, 3, 16, 20],
    ],
    convolution(1, "valid"),
  ],
  ["conv2d, bias, relu, maxPool", [[2, 6, 6, 2], [3, 3, 2, 8], [8]], layer],
  ["conv2d, bias, relu, maxPool with a row left over", [[2, 5, 7, 2], [3, 3, 2, 8], [8]], layer],
  ["conv2d by Winograd's algorithm, bias, relu, maxPool", [[1, 8, 9, 16], [3, 3, 16, 16], [16]], layer],
  [
    "depthwiseConv2d",
    [
      [1, 6, 6, 5],
      [3, 3, 5, 2],
    ],
    depthwise(1, "valid"),
  ],
  [
    "depthwiseConv2d with strides",
    [
      [1, 7, 7, 4],
      [3, 3, 4, 1],
    ],
    depthwise(2, "same"),
  ],
  ["relu", [[3, 7]], tf.relu],
  ["maxPool", [[2, 6, 6, 5]], pool(2, 2, "valid")],
  ["maxPool with windows that overlap", [[1, 7, 7, 6]], pool(3, 2, "same")],
  ["relu and maxPool", [[1, 6, 6, 5]], (x) => pool(2, 2, "valid")(tf.relu(x))],
  ["relu and maxPool with windows that overlap", [[1, 7, 7, 6]], (x) => pool(3, 2, "same")(tf.relu(x))],
  ["relu and maxPool with pixels left out", [[1, 7, 7, 4]], (x) => pool(2, 3, "valid")(tf.relu(x))],
  ["softmax", [[4, 6]], (x) => tf.softmax(x)],
  ["sum over rows", [[6, 5]], (x) => tf.sum(x, 0)],
];

const specials = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** Values between -1 and 1; a special one at its place, or nowhere. */
function values(shape: Shape, seed: number, special?: number): tf.Tensor {
  const data = sample(shape, seed).dataSync<"float32">();
  if (special !== undefined) data[(seed * 7919) % data.length] = special;
  return tf.tensor(data, [...shape]);
}

/** What comes out, and the gradient of each input, with something special in one of the inputs or in the gradient. */
async function results(
  backend: string,
  [, shapes, compute]: Case,
  at: number,
  special: number,
): Promise<number[]> {
  await tf.setBackend(backend);
  return expectNoLeak(() =>
    tf.tidy(() => {
      const inputs = shapes.map((shape, i) => values(shape, i + 3, i === at ? special : undefined));
      const y = compute(...inputs);
      const dy = values(y.shape, 11, at === shapes.length ? special : undefined);
      const gradients = tf.grads(compute)(inputs, dy);
      return [y, ...gradients].flatMap((tensor) => [...tensor.dataSync()]);
    }),
  );
}

function differ(actual: readonly number[], expected: readonly number[]): string[] {
  expect(actual.length).toBe(expected.length);
  return expected.flatMap((value, i) => {
    const own = actual[i] ?? 0;
    const same = Object.is(own, value) || Math.abs(own - value) <= 1e-4 * Math.max(1, Math.abs(value));
    return same ? [] : [`${i}: ${own}, not ${value}`];
  });
}

describe.each(variants)("what is not finite, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it.each(cases)("comes out of %s and its gradients as on cpu", async (...computation) => {
    const places = computation[1].length + 1;
    for (const special of specials) {
      for (let at = 0; at < places; at += 1) {
        const expected = await results("cpu", computation, at, special);
        const actual = await results("wasm", computation, at, special);
        expect({ special, at, differ: differ(actual, expected) }).toEqual({ special, at, differ: [] });
      }
    }
  });
});
