import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance } from "./againstCpu.ts";

beforeAll(() => startBackends());

describe("sum(x, axis)", () => {
  const shape = [5, 4, 3, 7];
  it.each([[[0]], [[0, 1]], [[0, 1, 2]], [[2, 0, 1]], [[-4]], [[1]], [[3]], [[0, 2]], [[0, 1, 2, 3]]])(
    "equals cpu along %j, with and without the axes kept",
    async (axis) => {
      expect(await differenceFromCpu(() => tf.sum(sample(shape, 1), axis))).toBeLessThan(tolerance);
      expect(await differenceFromCpu(() => tf.sum(sample(shape, 1), axis, true))).toBeLessThan(tolerance);
    },
  );

  it("keeps its digits over many rows", () => {
    const [total = 0] = tf.tidy(() => tf.sum(tf.mul(tf.ones([200_000, 2]), 0.1), 0).dataSync());
    expect(Math.abs(total / 20_000 - 1)).toBeLessThan(tolerance);
  });

  it("leaves int32 to tfjs", async () => {
    expect(await differenceFromCpu(() => tf.sum(tf.ones([3, 4], "int32"), 0))).toBe(0);
  });
});
