import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";
import { poolingCases } from "./poolingCases.ts";

describe.each(variants)("the gradient of maxPool, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu over shapes, windows, strides and paddings", async () => {
    await fc.assert(
      fc.asyncProperty(poolingCases, async ({ shape, window, strides, pad, seed }) => {
        const pool = (x: tf.Tensor) => tf.maxPool(x as tf.Tensor4D, window, strides, pad);
        const gradient = () => tf.grad((x) => tf.sum(tf.square(pool(x))))(sample(shape, seed));
        expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
      }),
      { seed: 5, numRuns: 150 },
    );
  });

  it("equals cpu for windows of 2 x 2 that cover the image", async () => {
    const gradient = () =>
      tf.grad((x) => tf.square(tf.maxPool(x as tf.Tensor4D, 2, 2, "valid")))(sample([3, 6, 8, 13], 1));
    expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
    const ties = () => tf.grad((x) => tf.maxPool(x as tf.Tensor4D, 2, 2, "valid"))(tf.ones([1, 4, 4, 5]));
    expect(await differenceFromCpu(ties)).toBe(0);
  });

  it("goes to the first of equal values, as on cpu", async () => {
    const gradient = () => tf.grad((x) => tf.maxPool(x as tf.Tensor4D, 2, 1, "same"))(tf.ones([1, 4, 4, 5]));
    expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
  });
});
