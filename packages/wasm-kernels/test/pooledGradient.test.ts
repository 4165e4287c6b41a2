import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { installWasmKernels } from "../src/index.ts";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";
import { convolutionCases, outputShape, plainCase, winogradCases } from "./convolutionCases.ts";
import type { ConvolutionCase } from "./convolutionCases.ts";

/** The gradients of image, filter and bias through a max pooling, with relu before it or without. */
function gradients(c: ConvolutionCase, relu: boolean): tf.Tensor {
  const given = [
    sample(c.inputShape, c.seed),
    sample(c.filterShape, c.seed + 1),
    sample([c.filterShape[3]], c.seed + 2),
  ];
  const found = tf.grads((image, filter, bias) => {
    const sums = tf.add(tf.conv2d(image as tf.Tensor4D, filter as tf.Tensor4D, c.strides, c.pad), bias);
    return tf.square(tf.maxPool((relu ? tf.relu(sums) : sums) as tf.Tensor4D, 2, 2, "valid"));
  })(given);
  return tf.concat(found.map((gradient) => tf.reshape(gradient, [-1])));
}

const undilated = (c: ConvolutionCase): ConvolutionCase => ({ ...c, dilations: [1, 1] });
const cases = fc
  .oneof(
    convolutionCases(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(4, 8, 12, 20, 36))),
    winogradCases,
  )
  .map(undilated)
  .filter((c) => outputShape(c, false)[1] > 1 && outputShape(c, false)[2] > 1);

/** More images than there are parts of them; and a filter of so many values that threads share those. */
const manyImages = plainCase([37, 9, 8, 3], 12, "same", 1);
const largeFilter: ConvolutionCase = {
  ...plainCase([3, 9, 8, 17], 20, "valid", 2),
  filterShape: [4, 4, 17, 20],
};
const manyBlocks = plainCase([4, 15, 17, 16], 16, "same", 3);

describe.each(variants)("the gradients through max pooling and a convolution, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equal cpu over shapes, strides and paddings", async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.boolean(), async (c, relu) => {
        expect(await differenceFromCpu(() => gradients(c, relu))).toBeLessThan(tolerance);
      }),
      { seed: 5, numRuns: 16 },
    );
  });

  it.each([
    ["there are many images", manyImages],
    ["the filter is large", largeFilter],
    ["the tiles of Winograd's algorithm fill several blocks", manyBlocks],
  ])("equal cpu where %s", async (_where, c) => {
    expect(await differenceFromCpu(() => gradients(c, false))).toBeLessThan(tolerance);
  });
});

it.each([
  ["of many images", manyImages],
  ["of a large filter", largeFilter],
  ["by Winograd's algorithm", manyBlocks],
])("the gradients %s are the same, bit for bit, with one, two and five threads", async (_what, c) => {
  const values = () => tf.tidy(() => gradients(c, true).dataSync());
  await startBackends({ threads: 1 });
  const alone = values();
  for (const threads of [2, 5]) {
    await startBackends({ threads });
    expect(values()).toEqual(alone);
    (await installWasmKernels()).uninstall();
  }
});
