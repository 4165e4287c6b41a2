import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";
import { convolutionCases, deepWinogradCase, winogradCases, largeWinogradCase } from "./convolutionCases.ts";
import type { ConvolutionCase } from "./convolutionCases.ts";

function convolution(c: ConvolutionCase): tf.Tensor {
  const { strides, pad, dilations, inputShape, filterShape, seed } = c;
  return tf
    .engine()
    .runKernel<tf.Tensor>(
      tf.Conv2D,
      { x: sample(inputShape, seed), filter: sample(filterShape, seed + 1) },
      { strides, pad, dilations, dataFormat: "NHWC" },
    );
}

describe.each(variants)("conv2d(x, filter), %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu where XNNPACK gives zeros", async () => {
    const result = () =>
      tf.conv2d(sample([1, 3, 3, 2], 1) as tf.Tensor4D, sample([2, 2, 2, 3], 2) as tf.Tensor4D, 3, "same");
    expect(await differenceFromCpu(result)).toBeLessThan(tolerance);
  });

  it("equals cpu over shapes, strides, paddings and dilations, for few and many taps", async () => {
    // Of 17 to 24 channels, and 33 to 40, the last panel may be a wider one.
    const channels = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 42 }));
    await fc.assert(
      fc.asyncProperty(convolutionCases(channels), async (c) => {
        expect(await differenceFromCpu(() => convolution(c))).toBeLessThan(tolerance);
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it("equals cpu by Winograd's algorithm", async () => {
    await fc.assert(
      fc.asyncProperty(winogradCases, async (c) => {
        expect(await differenceFromCpu(() => convolution(c))).toBeLessThan(tolerance);
      }),
      { seed: 8, numRuns: 20, examples: [[largeWinogradCase], [deepWinogradCase]] },
    );
  });
});
