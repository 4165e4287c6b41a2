import type { AvgPoolAttrs, AvgPoolInputs } from "@tensorflow/tfjs-core";
import { AvgPool, backend_util, util } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { poolsNothing, poolShape } from "../poolShape.ts";

export const avgPool: KernelDefinition = defineKernel<AvgPoolInputs, AvgPoolAttrs>(
  AvgPool,
  "keeps what is not a number, of which XNNPACK makes minus infinity; by all threads",
  (context) =>
    ({ x }, { filterSize, strides, pad, dimRoundingMode }) => {
      if (x.dtype !== "float32") return undefined;
      const shape = x.shape as [number, number, number, number];
      const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
      if (poolsNothing(info)) return context.share(x);
      const y = context.output(info.outShape);
      context.wasm.avgPool(
        context.address(x, util.sizeFromShape(shape)),
        context.address(y, util.sizeFromShape(info.outShape)),
        context.shape(poolShape(info)),
      );
      return y;
    },
);
