import type { MaxPoolAttrs, MaxPoolInputs } from "@tensorflow/tfjs-core";
import { backend_util, MaxPool } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { poolShape } from "../poolShape.ts";

export const maxPool: KernelDefinition = defineKernel<MaxPoolInputs, MaxPoolAttrs>(
  MaxPool,
  "four channels at a time, by all threads",
  (context) =>
    ({ x }, { filterSize, strides, pad, dimRoundingMode }) => {
      if (x.dtype !== "float32") return undefined;
      const shape = x.shape as [number, number, number, number];
      const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
      const y = context.output(info.outShape);
      context.wasm.maxPool(context.address(x), context.address(y), context.shape(poolShape(info)));
      return y;
    },
);
