import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";

describe.each(variants)("mean(x, axes), %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it.each<[number[], number | number[], boolean]>([
    [[3, 4, 5, 6], [1, 2], false],
    [[3, 4, 5, 6], [2, 1], true],
    [[2, 40, 7], 1, false],
    [[2, 3, 4, 5, 1], -2, true],
    [[4, 3, 5], [0, 1], false],
    [[4, 3, 5], 2, false],
    [[4, 3, 5, 2], [1, 3], false],
  ])("of %j over %j equals cpu, its gradient too", async (shape, axes, keepDims) => {
    const both = () => {
      const mean = (x: tf.Tensor) => tf.mean(x, axes, keepDims);
      const x = sample(shape, 1);
      const y = mean(x);
      const gradient = tf.grad(mean)(x, sample(y.shape, 2));
      return tf.concat([tf.reshape(y, [-1]), tf.reshape(gradient, [-1])]);
    };
    expect(await differenceFromCpu(both)).toBeLessThan(tolerance);
  });
});
