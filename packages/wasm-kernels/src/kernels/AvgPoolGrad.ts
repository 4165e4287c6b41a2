import type { AvgPoolGradAttrs, AvgPoolGradInputs } from "@tensorflow/tfjs-core";
import { AvgPoolGrad, backend_util, util } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { poolShape } from "../poolShape.ts";
import { requireShape } from "../requireShape.ts";

/** tfjs passes the rounding mode on, but does not declare it. */
type Attributes = AvgPoolGradAttrs & { readonly dimRoundingMode?: "floor" | "round" | "ceil" };

export const avgPoolGrad: KernelDefinition = defineKernel<AvgPoolGradInputs, Attributes>(
  AvgPoolGrad,
  "four channels at a time",
  (context) =>
    ({ dy, input }, { filterSize, strides, pad, dimRoundingMode }) => {
      if (input.dtype !== "float32" || dy.dtype !== "float32") return undefined;
      const shape = input.shape as [number, number, number, number];
      const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
      requireShape("dy", dy, info.outShape);
      const dx = context.output(shape);
      context.wasm.avgPoolGrad(
        context.address(dy, util.sizeFromShape(info.outShape)),
        context.address(dx, util.sizeFromShape(shape)),
        context.shape(poolShape(info)),
      );
      return dx;
    },
);
