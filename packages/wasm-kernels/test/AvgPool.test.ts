import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";
import { poolingCases } from "./poolingCases.ts";

describe.each(variants)("avgPool(x, window, strides, pad), %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu over shapes, windows, strides and paddings", async () => {
    await fc.assert(
      fc.asyncProperty(poolingCases, async ({ shape, window, strides, pad, seed }) => {
        const pooled = () => tf.avgPool(sample(shape, seed) as tf.Tensor4D, window, strides, pad);
        expect(await differenceFromCpu(pooled)).toBeLessThan(tolerance);
      }),
      { seed: 9, numRuns: 150 },
    );
  });

  it("keeps what is not a number", () =>
    expectNoLeak(() => {
      const values = tf.tidy(() => {
        const x = tf.tensor4d([NaN, 1, 2, 3, Infinity, 4, 5, -Infinity], [1, 4, 2, 1]);
        return [...tf.avgPool(x, [1, 2], 1, "valid").dataSync()];
      });
      expect(values).toEqual([NaN, 2.5, Infinity, -Infinity]);
    }));

  it("gives what it got for windows of one pixel, as many as there are pixels, as tfjs does wherever they lie", async () => {
    for (const pool of [tf.avgPool, tf.maxPool]) {
      const same = () => pool(sample([2, 2, 2, 3], 1) as tf.Tensor4D, 1, 2, 1);
      expect(await differenceFromCpu(same)).toBe(0);
    }
  });
});
