import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance } from "./againstCpu.ts";

beforeAll(() => startBackends());

describe("fused.conv2d({ x, filter, bias, activation })", () => {
  it.each(["linear", "relu", "relu6", "sigmoid"] as const)("equals cpu with %s", async (activation) => {
    for (const channels of [2, 9]) {
      const result = () =>
        tf.fused.conv2d({
          x: tf.mul<tf.Tensor4D>(sample([2, 7, 6, channels], 1), 4),
          filter: sample([3, 3, channels, 11], 2) as tf.Tensor4D,
          strides: 1,
          pad: "same",
          bias: sample([11], 3),
          activation,
        });
      expect(await differenceFromCpu(result)).toBeLessThan(tolerance);
    }
  });
});
