import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, variants } from "./againstCpu.ts";

const notFinite = [NaN, Infinity, -Infinity, 3, -3, -0, NaN];

describe.each(variants)("%s: clip(context, x, low, high)", (_name, options) => {
  beforeAll(() => startBackends(options));

  it.each([1, 3, 4, 7, 40_000, 100_003])("equals cpu for %i values", async (size) => {
    const clipped = () => tf.clipByValue(tf.mul(sample([size], 1), 3), -1.5, 0.5);
    expect(await differenceFromCpu(clipped)).toBe(0);
    expect(await differenceFromCpu(() => tf.relu6(tf.mul(sample([size], 2), 9)))).toBe(0);
  });

  it("keeps what is not a number", () =>
    expectNoLeak(() => {
      const values = (y: () => tf.Tensor) => [...tf.tidy(y).dataSync()].map(String);
      tf.tidy(() => {
        const x = tf.tensor1d(notFinite);
        expect(values(() => tf.clipByValue(x, -1, 2))).toEqual(["NaN", "2", "-1", "2", "-1", "0", "NaN"]);
        expect(values(() => tf.relu6(x))).toEqual(["NaN", "6", "0", "3", "0", "0", "NaN"]);
      });
    }));
});
