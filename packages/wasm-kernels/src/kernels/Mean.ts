import type { MeanAttrs, MeanInputs } from "@tensorflow/tfjs-core";
import { backend_util, Mean, util } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { middleOf } from "../middleOf.ts";

export const mean: KernelDefinition = defineKernel<MeanInputs, MeanAttrs>(
  Mean,
  "means over middle axes (global average pooling) without transposing first, by all threads; their gradient in one pass",
  (context) =>
    ({ x }, { axis, keepDims }) => {
      const middle = x.dtype === "float32" ? middleOf(x.shape, axis) : undefined;
      if (!middle) return undefined;
      const [outer, length, inner] = middle;
      const axes = util.parseAxisParam(axis, x.shape);
      const [shape] = backend_util.computeOutAndReduceShapes(x.shape, axes);
      const y = context.output(keepDims ? backend_util.expandShapeToKeepDim(shape, axes) : shape);
      context.wasm.middleMean(
        context.address(x, outer * length * inner),
        context.address(y, outer * inner),
        outer,
        length,
        inner,
      );
      return y;
    },
);
