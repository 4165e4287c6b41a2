import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";

const activations: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>> = {
  none: (x) => x,
  relu: tf.relu,
  relu6: tf.relu6,
  elu: tf.elu,
  "leaky relu": (x) => tf.leakyRelu(x, 0.3),
};

describe.each(variants)("add(x, bias), %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it.each([[[2, 1]], [[5, 3]], [[3, 4, 5, 8]], [[64, 26, 26, 7]], [[700, 64]], [[2, 40_000]]])(
    "equals cpu for %j and a bias",
    async (shape) => {
      const sum = () => tf.add(sample(shape, 1), sample(shape.slice(-1), 2));
      expect(await differenceFromCpu(sum)).toBe(0);
    },
  );

  it("leaves every other broadcast to tfjs", async () => {
    expect(await differenceFromCpu(() => tf.add(sample([4, 3], 1), sample([4, 1], 2)))).toBe(0);
    expect(await differenceFromCpu(() => tf.add(sample([3], 1), sample([4, 3], 2)))).toBe(0);
    expect(await differenceFromCpu(() => tf.add(sample([4, 3], 1), 2))).toBe(0);
  });
});

describe.each(variants)("add(a, b) of one shape, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu, small and large", async () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(shapes, fc.nat(1000), async (shape, seed) => {
        const sum = () => tf.add(sample(shape, seed), sample(shape, seed + 1));
        expect(await differenceFromCpu(sum)).toBe(0);
      }),
      { seed: 9, numRuns: 30, examples: [[[70_001], 1]] },
    );
  });

  it.each(Object.entries(activations))("equals cpu with %s behind it, and backwards", async (_which, act) => {
    const shape = [3, 7, 9, 11];
    const gradients = () => {
      const inputs = [1, 2].map((seed) => sample(shape, seed)) as [tf.Tensor, tf.Tensor];
      const loss = (a: tf.Tensor, b: tf.Tensor) => tf.sum(tf.mul(act(tf.add(a, b)), sample(shape, 3)));
      return tf.concat(tf.grads(loss)(inputs));
    };
    expect(await differenceFromCpu(() => act(tf.add(sample(shape, 1), sample(shape, 2))))).toBeLessThan(
      tolerance,
    );
    expect(await differenceFromCpu(gradients)).toBeLessThan(tolerance);
  });

  it("is what it was when it was recorded, whoever reads it, and when", async () => {
    const gradient = () => {
      const x = sample([64, 32], 1);
      const variable = tf.variable(sample([64, 32], 2));
      const result = tf.grad((each: tf.Tensor) => {
        const sum = tf.add(each, variable);
        variable.assign(tf.zerosLike(variable));
        // Once with relu on the way, once as it is, once as the input of another sum.
        return tf.sum(tf.mul(tf.add(tf.relu(sum), sum), tf.add(sum, each)));
      })(x);
      variable.dispose();
      return result;
    };
    expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
  });

  it("keeps what is not a number, through relu as cpu does", async () => {
    const shape = [2048];
    const values = () => tf.div(tf.sub(sample(shape, 1), sample(shape, 1)), tf.relu(sample(shape, 2)));
    const kinds = () => {
      const result = tf.grad((x: tf.Tensor) => tf.sum(tf.relu(tf.add(x, values()))))(sample(shape, 3));
      return tf.cast(tf.isNaN(result), "float32");
    };
    expect(await differenceFromCpu(kinds)).toBe(0);
  });
});
