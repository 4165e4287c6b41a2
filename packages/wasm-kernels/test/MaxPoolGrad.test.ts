import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance } from "./againstCpu.ts";
import { poolingCases } from "./poolingCases.ts";

beforeAll(() => startBackends());

describe("the gradient of maxPool", () => {
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

  it("goes to the first of equal values, as on cpu", async () => {
    const gradient = () => tf.grad((x) => tf.maxPool(x as tf.Tensor4D, 2, 1, "same"))(tf.ones([1, 4, 4, 5]));
    expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
  });
});
