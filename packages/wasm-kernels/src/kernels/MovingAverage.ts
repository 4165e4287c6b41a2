import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import { defineKernel, type KernelDefinition } from "../KernelDefinition.ts";
import { requireShape } from "../requireShape.ts";

interface Inputs {
  readonly average: TensorInfo;
  /** Of the shape of `average`. */
  readonly value: TensorInfo;
}

interface Attributes {
  /** How much of the way from the average to the value it goes. */
  readonly share: number;
}

/** Not a kernel of tfjs: `@minibatch/training` averages weights by it, and does without where there is none. */
export const movingAverage: KernelDefinition = defineKernel<Inputs, Attributes>(
  "MinibatchMovingAverage",
  "moving averages of weights, in one pass by all threads instead of three",
  (context) =>
    ({ average, value }, { share }) => {
      if (average.dtype !== "float32" || value.dtype !== "float32") return undefined;
      requireShape("value", value, average.shape);
      const size = util.sizeFromShape(average.shape);
      const out = context.output(average.shape);
      context.wasm.movingAverage(
        context.address(average, size),
        context.address(value, size),
        context.address(out, size),
        size,
        share,
      );
      return out;
    },
);
