import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, startBackends } from "./againstCpu.ts";

beforeAll(() => startBackends());

const types = ["float32", "int32", "bool"] as const;
const values = { float32: [0, 0.5, -2.5, 256], int32: [0, 1, -2, 256], bool: [0, 1, 1, 0] };

describe.each(types)("cast(x, %j)", (to) => {
  it.each(types)("equals cpu from %s", async (from) => {
    const x = () => tf.tensor(values[from], [2, 2], from);
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

it("cast(x, 'bool') takes what is not a number for true, as cpu does", async () => {
  expect(await differenceFromCpu(() => tf.cast(tf.tensor1d([Number.NaN, 0, -0]), "bool"))).toBe(0);
});
