import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance } from "./againstCpu.ts";

beforeAll(() => startBackends());

type Activation = "linear" | "relu" | "relu6" | "sigmoid" | "elu";

describe.each<Activation>(["linear", "relu", "relu6", "sigmoid", "elu"])(
  "fused.matMul({ activation: %j })",
  (activation) => {
    it.each([
      [3, 5, 7],
      [8, 300, 16],
      [1, 4, 1],
      [130, 64, 10],
    ])("equals cpu for %i x %i x %i, with and without a bias", async (m, k, n) => {
      const a = () => tf.mul<tf.Tensor2D>(sample([m, k], 1), 3);
      const b = () => sample([k, n], 2) as tf.Tensor2D;
      expect(await differenceFromCpu(() => tf.fused.matMul({ a: a(), b: b(), activation }))).toBeLessThan(
        tolerance,
      );
      expect(
        await differenceFromCpu(() => tf.fused.matMul({ a: a(), b: b(), activation, bias: sample([n], 3) })),
      ).toBeLessThan(tolerance);
    });
  },
);
