import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  computedOn,
  differenceFrom,
  differenceFromCpu,
  relativeError,
  sample,
  startBackends,
  tolerance,
  variants,
} from "./againstCpu.ts";
import {
  convolutionCases,
  outputShape,
  plainCase,
  winogradCases,
  largeWinogradCase,
  withoutDilation,
} from "./convolutionCases.ts";
import type { ConvolutionCase } from "./convolutionCases.ts";

function filterGradient(c: ConvolutionCase): tf.Tensor {
  const { strides, pad, dilations, filterShape, inputShape, seed } = c;
  return tf
    .engine()
    .runKernel<tf.Tensor>(
      tf.Conv2DBackpropFilter,
      { x: sample(inputShape, seed), dy: sample(outputShape(c, false), seed + 1) },
      { strides, pad, dilations, filterShape, dataFormat: "NHWC" },
    );
}

/** The gradient of an undilated filter holds that of the dilated one at every dilation-th tap. */
function referenceGradient(c: ConvolutionCase): tf.Tensor {
  const wide = filterGradient(withoutDilation(c));
  return tf.stridedSlice(wide, [0, 0, 0, 0], wide.shape, [...c.dilations, 1, 1]);
}

const manyBlocks = plainCase([11, 17, 17, 32], 32, "same", 8);
/** So many images that their parts are of several sizes. */
const manyParts = plainCase([220, 7, 7, 16], 16, "same", 9);

/**
 * The gradient of a filter of stride 1 with "same" padding, summed as it is defined, in the steps of arrays: cpu, which it is held to
 * below, takes ten seconds for what this takes a tenth of one for.
 */
function summedGradient({ inputShape, filterShape, seed }: ConvolutionCase): tf.Tensor {
  const [batch, height, width, inChannels] = inputShape;
  const [filterHeight, filterWidth, , outChannels] = filterShape;
  const [top, left] = [Math.floor((filterHeight - 1) / 2), Math.floor((filterWidth - 1) / 2)];
  const x = sample(inputShape, seed).dataSync();
  const dy = sample([batch, height, width, outChannels], seed + 1).dataSync();
  const sums = new Float64Array(tf.util.sizeFromShape(filterShape));
  for (let image = 0; image < batch; image++) {
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const from = ((image * height + row) * width + column) * outChannels;
        for (let tap = 0; tap < filterHeight * filterWidth; tap++) {
          const [y, z] = [row + Math.floor(tap / filterWidth) - top, column + (tap % filterWidth) - left];
          if (y < 0 || y >= height || z < 0 || z >= width) continue;
          const at = ((image * height + y) * width + z) * inChannels;
          for (let channel = 0; channel < inChannels; channel++) {
            const value = x[at + channel] ?? 0;
            const to = (tap * inChannels + channel) * outChannels;
            for (let out = 0; out < outChannels; out++) {
              sums[to + out] = (sums[to + out] ?? 0) + value * (dy[from + out] ?? 0);
            }
          }
        }
      }
    }
  }
  return tf.tensor(Float32Array.from(sums), filterShape);
}

it("what these tests sum themselves is what cpu gives", async () => {
  await startBackends();
  const c = plainCase([3, 7, 5, 4], 6, "same", 3);
  const [expected] = await computedOn("cpu", () => filterGradient(c));
  const [summed] = await computedOn("cpu", () => summedGradient(c));
  expect(relativeError(summed, expected)).toBeLessThan(1e-6);
});

describe.each(variants)("Conv2DBackpropFilter, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu over shapes, strides, paddings and dilations", async () => {
    const channels = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 42 }));
    await fc.assert(
      fc.asyncProperty(convolutionCases(channels), async (c) => {
        const difference = await differenceFromCpu(
          () => filterGradient(c),
          () => referenceGradient(c),
        );
        expect(difference).toBeLessThan(tolerance);
      }),
      { seed: 2, numRuns: 150 },
    );
  });

  it("equals cpu by Winograd's algorithm", async () => {
    await fc.assert(
      fc.asyncProperty(winogradCases, async (c) => {
        expect(await differenceFromCpu(() => filterGradient(c))).toBeLessThan(tolerance);
      }),
      { seed: 4, numRuns: 5, examples: [[largeWinogradCase]] },
    );
  });

  it.each([
    ["come in parts of several blocks", manyBlocks],
    ["come in parts of several sizes", manyParts],
  ])("equals cpu by Winograd's algorithm where the images %s", async (_which, c) => {
    const expected = await computedOn("cpu", () => summedGradient(c));
    expect(await differenceFrom(expected, () => filterGradient(c))).toBeLessThan(tolerance);
  });

  it.each([
    ["there are more images than parts of them", plainCase([37, 6, 5, 3], 12, "same", 4)],
    [
      "the filter is large",
      { ...plainCase([3, 8, 7, 17], 21, "same", 5), filterShape: [4, 4, 17, 21] } satisfies ConvolutionCase,
    ],
  ])("equals cpu where %s", async (_where, c) => {
    expect(await differenceFromCpu(() => filterGradient(c))).toBeLessThan(tolerance);
  });

  it("equals cpu where the positions fill several blocks", async () => {
    const c = plainCase([4, 14, 13, 8], 20, "same", 3);
    expect(await differenceFromCpu(() => filterGradient(c))).toBeLessThan(tolerance);
  });

  it("is what lets tf.grad go through conv2d", async () => {
    const gradient = () =>
      tf.grad((filter: tf.Tensor) =>
        tf.sum(
          tf.square(tf.conv2d(sample([2, 6, 6, 3], 1) as tf.Tensor4D, filter as tf.Tensor4D, 1, "same")),
        ),
      )(sample([3, 3, 3, 4], 2));
    expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
  });

  it("refuses NCHW with a code, as no kernel of the backend knows it", () => {
    const run = () =>
      tf.tidy(() =>
        tf
          .engine()
          .runKernel(
            tf.Conv2DBackpropFilter,
            { x: tf.zeros([1, 1, 3, 3]), dy: tf.zeros([1, 1, 3, 3]) },
            { strides: 1, pad: "same", dataFormat: "NCHW", filterShape: [1, 1, 1, 1] },
          ),
      );
    expect(run).toThrow(expect.objectContaining({ code: "NOT_SUPPORTED" }));
  });
});
