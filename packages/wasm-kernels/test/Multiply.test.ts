import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, variants } from "./againstCpu.ts";

describe.each(variants)("mul(a, b), %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu for two tensors of one shape, small and large", async () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(shapes, fc.nat(1000), async (shape, seed) => {
        const product = () => tf.mul(sample(shape, seed), sample(shape, seed + 1));
        expect(await differenceFromCpu(product)).toBe(0);
      }),
      { seed: 9, numRuns: 30, examples: [[[70_001], 1]] },
    );
  });

  it("keeps what is not finite in its place", async () => {
    const product = () => {
      const odd = tf.tile(tf.tensor1d([0, Number.NaN, Number.POSITIVE_INFINITY, -1]), [500]);
      const even = tf.tile(tf.tensor1d([Number.POSITIVE_INFINITY, 1, 2, Number.NaN, 0]), [400]);
      const y = tf.mul(odd, even);
      return tf.stack([tf.cast(tf.isNaN(y), "float32"), tf.cast(tf.isInf(y), "float32")]);
    };
    expect(await differenceFromCpu(product)).toBe(0);
  });

  it("equals cpu backwards", async () => {
    const gradients = () => {
      const inputs = [1, 2].map((seed) => sample([70, 30], seed)) as [tf.Tensor, tf.Tensor];
      return tf.concat(tf.grads((a: tf.Tensor, b: tf.Tensor) => tf.mul(a, b))(inputs, sample([70, 30], 3)));
    };
    expect(await differenceFromCpu(gradients)).toBe(0);
  });

  it("leaves broadcasts and whole numbers to tfjs", async () => {
    expect(await differenceFromCpu(() => tf.mul(sample([64, 30], 1), sample([30], 2)))).toBe(0);
    expect(await differenceFromCpu(() => tf.mul(sample([2000], 1), 3))).toBe(0);
    const whole = () => tf.mul(tf.range(0, 2000, 1, "int32"), tf.range(0, 2000, 1, "int32"));
    expect(await differenceFromCpu(() => tf.cast(whole(), "float32"))).toBe(0);
  });
});
