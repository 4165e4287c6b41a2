import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";
import { convolutionCases } from "./convolutionCases.ts";

describe.each(variants)("conv2d(x, filter), %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu where XNNPACK gives zeros", async () => {
    const result = () =>
      tf.conv2d(sample([1, 3, 3, 2], 1) as tf.Tensor4D, sample([2, 2, 2, 3], 2) as tf.Tensor4D, 3, "same");
    expect(await differenceFromCpu(result)).toBeLessThan(tolerance);
  });

  it("equals cpu over shapes, strides, paddings and dilations, for few and many taps", async () => {
    const channels = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 17 }));
    await fc.assert(
      fc.asyncProperty(convolutionCases(channels), async (c) => {
        const result = () =>
          tf
            .engine()
            .runKernel<tf.Tensor>(
              tf.Conv2D,
              { x: sample(c.inputShape, c.seed), filter: sample(c.filterShape, c.seed + 1) },
              { strides: c.strides, pad: c.pad, dilations: c.dilations, dataFormat: "NHWC" },
            );
        expect(await differenceFromCpu(result)).toBeLessThan(tolerance);
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});
