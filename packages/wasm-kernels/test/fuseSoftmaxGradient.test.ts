import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance } from "./againstCpu.ts";

beforeAll(() => startBackends());

it("the gradient of softmax equals cpu, and has a gradient", async () => {
  for (const shape of [[5], [3, 7], [2, 3, 4]]) {
    const gradient = () =>
      tf.grad((x: tf.Tensor) => tf.mul(tf.softmax(x), sample(shape, 1)))(sample(shape, 2));
    expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
  }
  const second = () => {
    const first = tf.grad((x: tf.Tensor) => tf.square(tf.softmax(x)));
    return tf.grad((x: tf.Tensor) => tf.mul(first(x), sample([2, 4], 4)))(sample([2, 4], 3));
  };
  expect(await differenceFromCpu(second)).toBeLessThan(tolerance);
});
