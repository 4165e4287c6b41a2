import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { backpropagate, type DenseLayer, forwardPass, seededRandom } from "../src/index.ts";

const activations = ["tanh", "relu", "sigmoid", "linear"] as const;

/** A network of these widths with weights from -1 to 1. */
function network(
  widths: readonly number[],
  seed: number,
): { layers: DenseLayer[]; input: number[]; target: number[] } {
  const random = seededRandom(seed);
  const draw = (count: number): number[] => Array.from({ length: count }, () => random() * 2 - 1);
  const layers = widths.slice(1).map((units, at) => ({
    weights: Array.from({ length: widths[at] ?? 0 }, () => draw(units)),
    biases: draw(units),
    activation: activations[(at + seed) % activations.length] ?? "tanh",
  }));
  return { layers, input: draw(widths[0] ?? 0), target: draw(widths.at(-1) ?? 0) };
}

const theirs: Readonly<Record<DenseLayer["activation"], (sums: tf.Tensor) => tf.Tensor>> = {
  tanh: tf.tanh,
  relu: tf.relu,
  sigmoid: tf.sigmoid,
  linear: (sums) => sums,
};

/** The same loss by tfjs, of kernels and biases one after the other. */
function tfLoss(layers: readonly DenseLayer[], input: readonly number[], target: readonly number[]) {
  return (...weights: tf.Tensor[]): tf.Scalar => {
    let values: tf.Tensor = tf.tensor2d([[...input]]);
    for (const [at, { activation }] of layers.entries()) {
      const sums = tf.add(tf.matMul(values, weights[2 * at] ?? values), weights[2 * at + 1] ?? values);
      values = theirs[activation](sums);
    }
    return tf.losses.meanSquaredError(tf.tensor2d([[...target]]), values);
  };
}

it.for([
  [[1, 1], 1],
  [[2, 3, 1], 2],
  [[2, 3, 2, 2], 3],
  [[4, 5, 3, 2], 4],
  [[3, 2, 2, 3], 5],
] as const)("backpropagate(layers of widths %o) gives the gradients of tf.grads", async ([widths, seed]) => {
  await tf.setBackend("cpu");
  await expectNoLeak(() => {
    const { layers, input, target } = network(widths, seed);
    const found = backpropagate(layers, input, target);
    tf.tidy(() => {
      const variables = layers.flatMap(({ weights, biases }) => [
        tf.tensor2d(weights.map((row) => [...row])),
        tf.tensor1d([...biases]),
      ]);
      const loss = tfLoss(layers, input, target);
      expect(found.loss).toBeCloseTo(loss(...variables).dataSync()[0] ?? Number.NaN, 5);
      const expected = tf
        .grads(loss)(variables)
        .map((gradient) => [...gradient.dataSync()]);
      const own = found.gradients.flatMap(({ weights, biases }) => [weights.flat(), biases]);
      expect(own.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
      for (const [at, values] of expected.entries()) {
        for (const [index, value] of values.entries()) expect(own[at]?.[index]).toBeCloseTo(value, 5);
      }
    });
  });
});

it("backpropagate(layers, input, target) gives the slope of the loss by each output on the way", () => {
  const { layers, input, target } = network([2, 3, 2, 2], 3);
  const { gradients, passes, loss } = backpropagate(layers, input, target);
  expect(passes).toEqual(forwardPass(layers, input));
  const [, ...later] = layers;
  const step = 1e-6;
  for (const [unit, gradient] of (gradients[0]?.outputs ?? []).entries()) {
    const moved = (passes[0]?.outputs ?? []).map((value, at) => (at === unit ? value + step : value));
    expect((backpropagate(later, moved, target).loss - loss) / step).toBeCloseTo(gradient, 4);
  }
});

it("forwardPass(layers, input) and backpropagate(layers, input, target) refuse what does not fit", () => {
  const layer: DenseLayer = { weights: [[1], [2]], biases: [0], activation: "linear" };
  const mismatch = expect.objectContaining({ code: "SHAPE_MISMATCH" });
  expect(() => forwardPass([layer], [1])).toThrow(mismatch);
  expect(() => forwardPass([{ ...layer, biases: [0, 1] }], [1, 2])).toThrow(mismatch);
  expect(() => backpropagate([layer], [1, 2], [1, 2])).toThrow(mismatch);
  expect(() => backpropagate([], [1], [])).toThrow(mismatch);
});
