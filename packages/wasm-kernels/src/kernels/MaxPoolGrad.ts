import type { MaxPoolGradAttrs, MaxPoolGradInputs } from "@tensorflow/tfjs-core";
import { backend_util, MaxPoolGrad } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { poolShape } from "../poolShape.ts";

export const maxPoolGrad: KernelDefinition = defineKernel<MaxPoolGradInputs, MaxPoolGradAttrs>(
  MaxPoolGrad,
  "four channels at a time",
  (context) =>
    ({ dy, input, output }, { filterSize, strides, pad, dimRoundingMode }) => {
      if (input.dtype !== "float32" || dy.dtype !== "float32") return undefined;
      const shape = input.shape as [number, number, number, number];
      const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
      const dx = context.output(shape);
      context.wasm.maxPoolGrad(
        context.address(input),
        context.address(output),
        context.address(dy),
        context.address(dx),
        context.shape(poolShape(info)),
      );
      return dx;
    },
);
