import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";
import { poolingCases } from "./poolingCases.ts";

describe.each(variants)("the gradient of avgPool, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu over shapes, windows, strides and paddings", async () => {
    await fc.assert(
      fc.asyncProperty(poolingCases, async ({ shape, window, strides, pad, seed }) => {
        const pool = (x: tf.Tensor) => tf.avgPool(x as tf.Tensor4D, window, strides, pad);
        const gradient = () => tf.grad((x) => tf.sum(tf.square(pool(x))))(sample(shape, seed));
        expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
      }),
      { seed: 6, numRuns: 150 },
    );
  });
});
