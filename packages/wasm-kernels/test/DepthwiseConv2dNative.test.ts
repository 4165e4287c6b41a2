import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { Bystanders } from "../fuzz/Bystanders.ts";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";
import { convolutionCases } from "./convolutionCases.ts";
import type { ConvolutionCase } from "./convolutionCases.ts";

const activations = { linear: (x: tf.Tensor) => x, relu: tf.relu, relu6: tf.relu6, elu: tf.elu };

describe.each(variants)("depthwiseConv2d(x, filter), %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu over shapes, strides, paddings and multipliers", async () => {
    const channels = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }));
    await fc.assert(
      fc.asyncProperty(convolutionCases(channels), async (any) => {
        // The operation allows strides or dilations, not both.
        const allowed = tf.backend_util.eitherStridesOrDilationsAreOne(any.strides, any.dilations);
        const c: ConvolutionCase = allowed ? any : { ...any, dilations: [1, 1] };
        const result = () =>
          tf
            .engine()
            .runKernel<tf.Tensor>(
              tf.DepthwiseConv2dNative,
              { x: sample(c.inputShape, c.seed), filter: sample(c.filterShape, c.seed + 1) },
              { strides: c.strides, pad: c.pad, dilations: c.dilations, dataFormat: "NHWC" },
            );
        expect(await differenceFromCpu(result)).toBeLessThan(tolerance);
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  it("equals cpu where XNNPACK gives zeros", async () => {
    const x = () => sample([1, 3, 3, 2], 1) as tf.Tensor4D;
    const filter = () => sample([2, 2, 2, 2], 2) as tf.Tensor4D;
    const result = () => tf.depthwiseConv2d(x(), filter(), 3, "same");
    expect(await differenceFromCpu(result)).toBeLessThan(tolerance);
  });

  it("equals cpu where windows lie in the padding as a whole, and touches no other tensor", async () => {
    await tf.setBackend("wasm");
    const bystanders = new Bystanders(1);
    const x = () => sample([1, 5, 5, 3], 1) as tf.Tensor4D;
    for (const [height, width, pad] of [
      [2, 1, 1],
      [3, 1, 2],
      [2, 4, 2],
    ] as const) {
      const filter = () => sample([height, width, 3, 2], 2) as tf.Tensor4D;
      const result = () => tf.depthwiseConv2d(x(), filter(), 1, pad);
      expect(await differenceFromCpu(result)).toBeLessThan(tolerance);
    }
    expect(bystanders.changed()).toBe(0);
    bystanders.dispose();
  });

  it("passes over the padding where a filter is not finite", async () => {
    const result = () => {
      const filter = tf.tensor4d([NaN, 1, 2, Infinity], [2, 2, 1, 1]);
      const y = tf.depthwiseConv2d(sample([1, 3, 3, 1], 1) as tf.Tensor4D, filter, 1, "same");
      return tf.cast(tf.isFinite(y), "float32");
    };
    expect(await differenceFromCpu(result)).toBe(0);
  });

  it("equals cpu for filters of few taps beside values that are not finite", async () => {
    for (const window of [
      [1, 4],
      [3, 2],
      [1, 3],
      [4, 4],
    ] as const) {
      const finite = () => {
        const holes = tf.cast(tf.greater(sample([3, 9, 5, 4], 3), 0.8), "float32");
        const x = tf.add(sample([3, 9, 5, 4], 1), tf.div(tf.sub(holes, holes), tf.sub(1, holes)));
        const y = tf.depthwiseConv2d(x as tf.Tensor4D, sample([...window, 4, 2], 2) as tf.Tensor4D, 1, 0);
        return tf.cast(tf.isFinite(y), "float32");
      };
      expect(await differenceFromCpu(finite)).toBe(0);
    }
  });

  it("equals cpu with bias and activation, at once and recorded", async () => {
    const channels = fc.tuple(fc.integer({ min: 1, max: 19 }), fc.integer({ min: 1, max: 2 }));
    const named = fc.constantFrom<keyof typeof activations>("linear", "relu", "relu6", "elu");
    await fc.assert(
      fc.asyncProperty(convolutionCases(channels), named, async (c, activation) => {
        const x = () => sample(c.inputShape, c.seed) as tf.Tensor4D;
        const filter = () => sample(c.filterShape, c.seed + 1) as tf.Tensor4D;
        const bias = () => sample([c.filterShape[2] * c.filterShape[3]], c.seed + 2) as tf.Tensor1D;
        const pad = c.pad as "valid";
        const fused = () =>
          tf.fused.depthwiseConv2d({
            x: x(),
            filter: filter(),
            strides: c.strides,
            pad,
            bias: bias(),
            activation,
          });
        expect(await differenceFromCpu(fused)).toBeLessThan(tolerance);
        const recorded = () =>
          tf.grad((b: tf.Tensor) => {
            const sums = tf.add(tf.depthwiseConv2d(x(), filter(), c.strides, pad), b);
            return tf.sum(tf.square(activations[activation](sums)));
          })(bias());
        expect(await differenceFromCpu(recorded)).toBeLessThan(tolerance);
      }),
      { seed: 10, numRuns: 40 },
    );
  });
});
