import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, startBackends } from "./againstCpu.ts";

beforeAll(() => startBackends());

const types = ["float32", "int32", "bool"] as const;

describe.each(types)("cast(x, %j)", (to) => {
  it.each(types)("equals cpu from %s", async (from) => {
    const x = () => tf.tensor([0, 1, 1, 0], [2, 2], from);
    expect(await differenceFromCpu(() => tf.cast(x(), to))).toBe(0);
  });

  it("outlives its input", async () => {
    const cast = () => {
      const x = tf.cast(tf.tensor1d([0, 1, 1]), to);
      const y = tf.cast(x, to);
      x.dispose();
      return y;
    };
    expect(await differenceFromCpu(cast)).toBe(0);
  });
});
