import * as tf from "@tensorflow/tfjs-core";
import { againstReference } from "./againstReference.ts";
import type { ConformanceSpec } from "./ConformanceSpec.ts";
import { sample } from "./sample.ts";

/** What is derived, and from which inputs on. */
interface Gradient {
  readonly inputs: () => tf.Tensor[];
  readonly f: (...inputs: tf.Tensor[]) => tf.Tensor;
}

const conv = (shape: [number, number, number, number], strides: number, pad: "same" | "valid"): Gradient => ({
  inputs: () => [sample([2, 8, 9, shape[2]], 1), sample(shape, 2)],
  f: (x, filter) => tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, strides, pad),
});

/** What a backend derives: each gives the gradients of a weighted sum of its result, with respect to every input. */
const gradients: Readonly<Record<string, Gradient>> = {
  matMul: {
    inputs: () => [sample([9, 17], 1), sample([17, 6], 2)],
    f: (a, b) => tf.matMul(a, b),
  },
  "a dense layer": {
    inputs: () => [sample([9, 17], 1), sample([17, 6], 2), sample([6], 3)],
    f: (x, kernel, bias) => tf.relu(tf.add(tf.matMul(x as tf.Tensor2D, kernel as tf.Tensor2D), bias)),
  },
  "conv2d, same": conv([3, 3, 3, 5], 1, "same"),
  "conv2d, valid": conv([3, 3, 3, 5], 1, "valid"),
  "conv2d, one channel": conv([5, 5, 1, 8], 1, "same"),
  "conv2d, strides 2": conv([3, 3, 3, 5], 2, "same"),
  depthwiseConv2d: {
    inputs: () => [sample([2, 8, 9, 3], 1), sample([3, 3, 3, 2], 2)],
    f: (x, filter) => tf.depthwiseConv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, "same"),
  },
  maxPool: {
    inputs: () => [sample([2, 8, 9, 3], 1)],
    f: (x) => tf.maxPool(x as tf.Tensor4D, 2, 2, "valid"),
  },
  // No padding: there tfjs' own backends count the padded border in, and TensorFlow does not.
  avgPool: {
    inputs: () => [sample([2, 8, 9, 3], 1)],
    f: (x) => tf.avgPool(x as tf.Tensor4D, 3, 2, "valid"),
  },
  activations: {
    inputs: () => [tf.mul(sample([5, 8], 1), 3)],
    f: (x) => tf.addN([tf.relu(x), tf.sigmoid(x), tf.tanh(x), tf.elu(x)]),
  },
  "softmax cross-entropy": {
    inputs: () => [tf.mul(sample([6, 10], 1), 4)],
    f: (logits) => {
      const labels = tf.cast(tf.oneHot(tf.tensor1d([3, 9, 0, 1, 1, 7], "int32"), 10), "float32");
      return tf.neg(tf.sum(tf.mul(labels, tf.log(tf.softmax(logits))), -1));
    },
  },
  "batch normalization": {
    inputs: () => [sample([4, 5, 5, 3], 1), sample([3], 2), sample([3], 3)],
    f: (x, gamma, beta) => {
      const { mean, variance } = tf.moments(x, [0, 1, 2]);
      const normal = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, 1e-3)));
      return tf.add(tf.mul(normal, gamma), beta);
    },
  },
  "arithmetic with broadcasting": {
    inputs: () => [sample([6, 5], 1), sample([5], 2), sample([6, 1], 3)],
    f: (x, row, column) => tf.div(tf.mul(tf.sub(x, column), x), tf.add(row, 2)),
  },
  "gather, as an embedding does": {
    inputs: () => [sample([5, 3], 1)],
    f: (table) => tf.gather(table, tf.tensor1d([4, 0, 4, 2], "int32")),
  },
  "mean squared error": {
    inputs: () => [sample([8, 1], 1), sample([8, 1], 2)],
    f: (predicted, actual) => tf.mean(tf.square(tf.sub(predicted, actual)), -1),
  },
};

/** The specs of {@link gradients}. */
export const gradientSpecs: readonly ConformanceSpec[] = Object.entries(gradients).map(
  ([name, { inputs, f }]) =>
    againstReference(`gradient of ${name}`, true, () => {
      const weighted = (...inputs: tf.Tensor[]) => {
        const result = f(...inputs);
        return tf.sum(tf.mul(result, sample(result.shape, 9)));
      };
      return tf.grads(weighted)(inputs());
    }),
);
