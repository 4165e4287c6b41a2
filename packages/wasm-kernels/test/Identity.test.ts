import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends } from "./againstCpu.ts";

beforeAll(() => startBackends());

describe("clone(x)", () => {
  it("equals x, and outlives it", async () => {
    const clone = () => {
      const x = sample([3, 4], 1);
      const y = tf.clone(x);
      x.dispose();
      return y;
    };
    expect(await differenceFromCpu(clone)).toBe(0);
  });

  it("carries strings", async () => {
    await tf.setBackend("wasm");
    const words = tf.tidy(() => tf.clone(tf.tensor(["a", "b"])).dataSync());
    expect(words).toEqual(["a", "b"]);
  });
});
