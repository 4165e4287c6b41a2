import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, tolerance } from "./againstCpu.ts";

beforeAll(() => startBackends());

const activations = ["linear", "relu", "relu6", "elu", "leakyrelu", "sigmoid", "prelu"] as const;

/** A few sizes, filters, strides and paddings; among them those for which XNNPACK gives zeros. */
const geometries = [3, 4, 7, 9].flatMap((size) =>
  [1, 2, 3].flatMap((kernel) =>
    [1, 2, 3].flatMap((strides) =>
      (["same", "valid"] as const).map((pad) => ({ size, kernel, strides, pad })),
    ),
  ),
);

describe.each(activations)("with the activation %s", (activation) => {
  const finish = (channels: number) => ({
    bias: sample([channels], 3),
    activation,
    ...(activation === "leakyrelu" && { leakyreluAlpha: 0.3 }),
    ...(activation === "prelu" && { preluActivationWeights: sample([channels], 4) }),
  });

  it.each([
    ["a convolution", tf.fused.conv2d, 3, 3],
    ["a depthwise convolution", tf.fused.depthwiseConv2d, 1, 2],
  ] as const)(
    "%s equals cpu over sizes, filters, strides and paddings",
    async (_name, compute, last, channels) => {
      for (const { size, kernel, strides, pad } of geometries) {
        const result = () =>
          compute({
            x: tf.mul<tf.Tensor4D>(sample([1, size, size, 2], 1), 4),
            filter: sample([kernel, kernel, 2, last], 2) as tf.Tensor4D,
            strides,
            pad,
            ...finish(channels),
          });
        const difference = await differenceFromCpu(result);
        expect({ size, kernel, strides, pad, right: difference < tolerance }).toMatchObject({ right: true });
      }
    },
  );

  it("a product equals cpu", async () => {
    const product = () => tf.fused.matMul({ a: sample([5, 7], 1), b: sample([7, 9], 2), ...finish(9) });
    expect(await differenceFromCpu(product)).toBeLessThan(tolerance);
  });
});

it("a padded convolution whose size is rounded up equals cpu", async () => {
  const rounded = (pad: number) =>
    tf.depthwiseConv2d(
      sample([1, 6, 6, 2], 1) as tf.Tensor4D,
      sample([3, 3, 2, 1], 2) as tf.Tensor4D,
      2,
      pad,
      "NHWC",
      1,
      "ceil",
    );
  expect(await differenceFromCpu(() => rounded(1))).toBeLessThan(tolerance);
});
