import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";
import {
  convolutionCases,
  outputShape,
  deepWinogradCase,
  winogradCases,
  largeWinogradCase,
} from "./convolutionCases.ts";
import type { ConvolutionCase } from "./convolutionCases.ts";

function inputGradient(c: ConvolutionCase, filter: tf.Tensor, dilations: [number, number]): tf.Tensor {
  const { strides, pad, inputShape, seed } = c;
  return tf
    .engine()
    .runKernel<tf.Tensor>(
      tf.Conv2DBackpropInput,
      { dy: sample(outputShape(c, false), seed + 1), filter },
      { strides, pad, dilations, inputShape, dataFormat: "NHWC" },
    );
}

/** Spreads the taps of a filter apart, so that a kernel without dilation computes the dilated convolution. */
function spread(filter: tf.Tensor, [down, across]: [number, number]): tf.Tensor {
  const [height = 0, width = 0, inChannels = 0, outChannels = 0] = filter.shape;
  const apart = tf.pad(tf.reshape(filter, [height, 1, width, 1, inChannels * outChannels]), [
    [0, 0],
    [0, down - 1],
    [0, 0],
    [0, across - 1],
    [0, 0],
  ]);
  const whole = tf.reshape(apart, [height * down, width * across, inChannels, outChannels]);
  const shape = [(height - 1) * down + 1, (width - 1) * across + 1, inChannels, outChannels];
  return tf.slice(whole, [0, 0, 0, 0], shape);
}

describe.each(variants)("Conv2DBackpropInput, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu over shapes, strides, paddings and dilations", async () => {
    const channels = fc.tuple(fc.integer({ min: 1, max: 42 }), fc.integer({ min: 1, max: 17 }));
    await fc.assert(
      fc.asyncProperty(convolutionCases(channels), async (c) => {
        const filter = () => sample(c.filterShape, c.seed);
        expect(
          await differenceFromCpu(
            () => inputGradient(c, filter(), c.dilations),
            () => inputGradient(c, spread(filter(), c.dilations), [1, 1]),
          ),
        ).toBeLessThan(tolerance);
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it("equals cpu by Winograd's algorithm", async () => {
    await fc.assert(
      fc.asyncProperty(winogradCases, async (c) => {
        const gradient = () => inputGradient(c, sample(c.filterShape, c.seed), c.dilations);
        expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
      }),
      { seed: 5, numRuns: 20, examples: [[largeWinogradCase], [deepWinogradCase]] },
    );
  });

  it("computes conv2dTranspose as cpu does", async () => {
    expect(
      await differenceFromCpu(() =>
        tf.conv2dTranspose(
          sample([2, 5, 5, 6], 1) as tf.Tensor4D,
          sample([3, 3, 4, 6], 2) as tf.Tensor4D,
          [2, 10, 10, 4],
          2,
          "same",
        ),
      ),
    ).toBeLessThan(tolerance);
  });
});
