import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";
import { convolutionCases, outputShape } from "./convolutionCases.ts";
import type { ConvolutionCase } from "./convolutionCases.ts";

function gradient(c: ConvolutionCase): tf.Tensor {
  const { strides, pad, dilations } = c;
  return tf
    .engine()
    .runKernel<tf.Tensor>(
      tf.DepthwiseConv2dNativeBackpropFilter,
      { x: sample(c.inputShape, c.seed), dy: sample(outputShape(c, true), c.seed + 1) },
      { strides, pad, dilations, filterShape: c.filterShape },
    );
}

describe.each(variants)("DepthwiseConv2dNativeBackpropFilter, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu over shapes, strides, paddings and multipliers", async () => {
    const channels = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }));
    await fc.assert(
      fc.asyncProperty(convolutionCases(channels), async (dilated) => {
        // cpu computes no dilated filter gradient.
        const c: ConvolutionCase = { ...dilated, dilations: [1, 1] };
        expect(await differenceFromCpu(() => gradient(c))).toBeLessThan(tolerance);
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});
