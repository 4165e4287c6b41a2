import * as tf from "@tensorflow/tfjs-core";

// With the usual epsilon, rounding decides which way a weight goes whose gradient is nearly zero.
const epsilon = 0.01;

/**
 * tfjs' optimizers, with settings under which a little rounding remains a little difference. Centered RMSProp is not among them: tfjs
 * takes the root of a negative number where a gradient is small, and the kernels leave it to tfjs.
 */
export const optimizers: Readonly<Record<string, () => tf.Optimizer>> = {
  sgd: () => tf.train.sgd(0.05),
  momentum: () => tf.train.momentum(0.05, 0.5),
  nesterov: () => tf.train.momentum(0.05, 0.5, true),
  rmsprop: () => tf.train.rmsprop(0.01, 0.9, 0, epsilon),
  rmspropMomentum: () => tf.train.rmsprop(0.01, 0.9, 0.5, epsilon),
  adam: () => tf.train.adam(0.01, 0.9, 0.99, epsilon),
  adamax: () => tf.train.adamax(0.01, 0.9, 0.99, epsilon),
  adadelta: () => tf.train.adadelta(0.1, 0.9, epsilon),
  adagrad: () => tf.train.adagrad(0.05),
};

export const optimizerNames: readonly string[] = Object.keys(optimizers);

/**
 * Those that keep what they remember of a variable by its place in the list, so that another list mixes it up. The kernels leave them to
 * tfjs as they are.
 */
export const mixesUp: readonly string[] = ["adamax", "adagrad"];
