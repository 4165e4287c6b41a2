import * as tf from "@tensorflow/tfjs-core";
import { againstReference } from "./againstReference.ts";
import type { ConformanceSpec } from "./ConformanceSpec.ts";
import { sample } from "./sample.ts";

/** What a backend computes forwards: the operations of classic models, their metrics and their augmentations. */
const ops: Readonly<Record<string, () => tf.Tensor[]>> = {
  matMul: () => [tf.matMul(sample<tf.Rank.R2>([4, 6], 1), sample<tf.Rank.R2>([6, 5], 2))],
  "matMul, odd sizes": () => [tf.matMul(sample<tf.Rank.R2>([33, 71], 1), sample<tf.Rank.R2>([71, 19], 2))],
  "matMul, transposed": () => [
    tf.matMul(sample<tf.Rank.R2>([17, 33], 1), sample<tf.Rank.R2>([17, 9], 2), true),
    tf.matMul(sample<tf.Rank.R2>([33, 17], 1), sample<tf.Rank.R2>([9, 17], 2), false, true),
    tf.matMul(sample<tf.Rank.R2>([17, 33], 1), sample<tf.Rank.R2>([9, 17], 2), true, true),
  ],
  "matMul, batches": () => [tf.matMul(sample([3, 5, 7], 1), sample([3, 7, 4], 2))],
  "conv2d, same": () => [tf.conv2d(images(), sample<tf.Rank.R4>([3, 3, 3, 5], 2), 1, "same")],
  "conv2d, valid, strides 2": () => [tf.conv2d(images(), sample<tf.Rank.R4>([3, 3, 3, 5], 2), 2, "valid")],
  "conv2d, one channel, 5x5": () => [
    tf.conv2d(sample<tf.Rank.R4>([2, 12, 12, 1], 1), sample<tf.Rank.R4>([5, 5, 1, 8], 2), 1, "valid"),
  ],
  "depthwiseConv2d, same": () => [
    tf.depthwiseConv2d(images(), sample<tf.Rank.R4>([3, 3, 3, 2], 2), 1, "same"),
  ],
  maxPool: () => [tf.maxPool(images(), 2, 2, "valid"), tf.maxPool(images(), 3, 2, "same")],
  avgPool: () => [tf.avgPool(images(), 2, 2, "valid"), tf.avgPool(images(), 3, 2, "same")],
  activations: () => {
    const x = tf.mul(sample([5, 8], 1), 3);
    return [tf.relu(x), tf.sigmoid(x), tf.tanh(x), tf.elu(x), tf.softplus(x), tf.leakyRelu(x, 0.2)];
  },
  softmax: () => [tf.softmax(tf.mul(sample([6, 10], 1), 20)), tf.logSoftmax(sample([6, 10], 2))],
  "arithmetic with broadcasting": () => {
    const [x, row, column] = [sample([6, 5], 1), sample([5], 2), sample([6, 1], 3)];
    return [
      tf.add(x, row),
      tf.sub(column, x),
      tf.mul(x, column),
      tf.div(x, tf.add(row, 2)),
      tf.maximum(x, row),
    ];
  },
  "powers and logarithms": () => {
    const x = tf.add(sample([4, 5], 1), 1.5);
    return [
      tf.sqrt(x),
      tf.rsqrt(x),
      tf.exp(x),
      tf.log(x),
      tf.square(x),
      tf.pow(x, 1.5),
      tf.abs(sample([7], 2)),
    ];
  },
  reductions: () => {
    const x = sample([4, 5, 6], 1);
    return [
      tf.sum(x),
      tf.sum(x, 0),
      tf.mean(x, [1, 2]),
      tf.max(x, 1),
      tf.min(x, -1),
      tf.prod(sample([2, 3], 2), 1),
    ];
  },
  "argMax, oneHot and gather": () => {
    const x = sample<tf.Rank.R2>([7, 10], 1);
    const classes = tf.argMax<tf.Tensor1D>(x, 1);
    return [classes, tf.oneHot(classes, 10), tf.gather(x, tf.tensor1d([6, 0, 3, 3], "int32"))];
  },
  "comparison and choice": () => {
    const [x, y] = [sample([5, 6], 1), sample([5, 6], 2)];
    const mask = tf.greater(x, y);
    return [
      tf.cast(mask, "float32"),
      tf.where(mask, x, y),
      tf.clipByValue(x, -0.5, 0.25),
      tf.cast(tf.equal(x, x), "int32"),
    ];
  },
  "slices, pads and turns": () => {
    const x = sample<tf.Rank.R4>([2, 4, 5, 3], 1);
    return [
      tf.slice(x, [0, 1, 1, 0], [2, 2, 3, 3]),
      tf.pad(x, [
        [0, 0],
        [1, 2],
        [2, 1],
        [0, 0],
      ]),
      tf.reverse(x, 2),
      tf.transpose(x, [0, 3, 1, 2]),
      tf.concat([x, x], 3),
      tf.tile(sample([2, 3], 2), [2, 2]),
    ];
  },
  "bytes to floats": () => [
    tf.div(tf.cast(tf.tensor1d([0, 1, 127, 128, 254, 255], "int32"), "float32"), 255),
  ],
  batchNorm: () => {
    const channels = (seed: number) => tf.add(sample<tf.Rank.R1>([3], seed), 2);
    return [
      tf.batchNorm(
        images(),
        sample<tf.Rank.R1>([3], 2),
        channels(3),
        sample<tf.Rank.R1>([3], 4),
        channels(5),
        1e-3,
      ),
    ];
  },
  resizeBilinear: () => [tf.image.resizeBilinear(images(), [5, 13])],
};

function images(): tf.Tensor4D {
  return sample<tf.Rank.R4>([2, 8, 9, 3], 1);
}

/** The specs of {@link ops}. */
export const opSpecs: readonly ConformanceSpec[] = Object.entries(ops).map(([name, compute]) =>
  againstReference(name, false, compute),
);
