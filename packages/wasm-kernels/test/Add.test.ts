import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, variants } from "./againstCpu.ts";

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
