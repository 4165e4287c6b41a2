import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";

describe.each(variants)("relu(x), %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it.each([1, 3, 4, 7, 40_000, 100_003])("equals cpu for %i values, its gradient too", async (size) => {
    expect(await differenceFromCpu(() => tf.relu(sample([size], 1)))).toBe(0);
    const gradient = () => tf.grad((x: tf.Tensor) => tf.square(tf.relu(x)))(sample([size], 1));
    expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
  });

  it("keeps what is not a number", () => {
    const values = tf.tidy(() => tf.relu(tf.tensor1d([NaN, -1, 2, -0, NaN])).dataSync());
    expect([...values].map(String)).toEqual(["NaN", "0", "2", "0", "NaN"]);
  });

  it("has a gradient that has a gradient", async () => {
    const second = () => {
      const first = tf.grad((x: tf.Tensor) => tf.pow(tf.relu(x), 3));
      return tf.grad((x: tf.Tensor) => first(x))(sample([9], 2));
    };
    expect(await differenceFromCpu(second)).toBeLessThan(tolerance);
  });
});
