import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { runningWasmBackend } from "../src/runningWasmBackend.ts";
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

describe("maxPool(fused.conv2d({ x, filter })) while gradients are recorded", () => {
  // By Winograd's algorithm, and one that reads the pixels where they lie; what comes out has a row and a column that fill no window.
  const cases = [
    { channels: 16, filters: 20, bias: false },
    { channels: 3, filters: 8, bias: true },
  ];
  const pooled = ({ channels, filters, bias }: (typeof cases)[number]) => {
    const inputs = [
      sample([2, 9, 7, channels], 1),
      sample([3, 3, channels, filters], 2),
      sample([filters], 3),
    ];
    return tf.grads((x, filter, offset) => {
      const convolved = tf.fused.conv2d({
        x: x as tf.Tensor4D,
        filter: filter as tf.Tensor4D,
        strides: 1,
        pad: "same",
        ...(bias ? { bias: offset } : {}),
        activation: "linear",
      });
      // tfjs-layers asks for it in this way where no activation follows.
      const y = tf.maxPool(convolved, 2, 2, "valid");
      return tf.add(tf.sum(tf.mul(y, sample(y.shape, 4))), bias ? 0 : tf.mul(tf.sum(offset), 0));
    })(inputs);
  };
  const flat = (gradients: tf.Tensor[]) => tf.concat(gradients.map((gradient) => tf.reshape(gradient, [-1])));

  it.each(cases)("equals cpu, for %j", async (given) => {
    expect(await differenceFromCpu(() => flat(pooled(given)))).toBeLessThan(tolerance);
  });

  it.each(cases)("pools in the pass of the convolution, and leaves nothing behind, for %j", async (given) => {
    await tf.setBackend("wasm");
    const malloc = vi.spyOn(runningWasmBackend().wasm, "_malloc");
    await expectNoLeak(() => {
      tf.tidy(() => void flat(pooled(given)).dataSync());
    });
    const image = 4 * 2 * 9 * 7 * given.filters;
    // Not the image itself, and its gradient where that of the input needs it as a whole.
    const written = given.channels < 16 ? 1 : 0;
    expect(malloc.mock.calls.filter(([bytes]) => bytes === image)).toHaveLength(written);
    malloc.mockRestore();
  });
});
