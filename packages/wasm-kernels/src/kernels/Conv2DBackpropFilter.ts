import type { Conv2DBackpropFilterAttrs, Conv2DBackpropFilterInputs } from "@tensorflow/tfjs-core";
import { Conv2DBackpropFilter, util } from "@tensorflow/tfjs-core";
import { convolutionInfo } from "../convolutionInfo.ts";
import { convShape } from "../convShape.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { withOutputGradient } from "../withOutputGradient.ts";

/** tfjs' operation has no dilations; its kernel takes them all the same. */
type Attributes = Conv2DBackpropFilterAttrs & { readonly dilations?: number | [number, number] };

export const conv2dBackpropFilter: KernelDefinition = defineKernel<Conv2DBackpropFilterInputs, Attributes>(
  Conv2DBackpropFilter,
  "missing in tfjs: without it no convolution trains",
  (context) =>
    ({ x, dy }, { dataFormat, filterShape, ...attributes }) => {
      if (x.dtype !== "float32" || dy.dtype !== "float32" || dataFormat === "NCHW") return undefined;
      const info = convolutionInfo(x.shape, filterShape, attributes);
      const [inSize, outSize, filterSize] = [x.shape, info.outShape, filterShape].map(util.sizeFromShape);
      if (!inSize || !outSize || !filterSize) return context.zeros(filterShape);
      return withOutputGradient(context, dy, info.outShape, (gradient) => {
        const dw = context.output(filterShape);
        const shape = context.shape(convShape(info));
        const from = context.address(x, inSize);
        const given = context.address(gradient, outSize);
        const to = context.address(dw, filterSize);
        const scratch = context.scratch(context.wasm.filterGradientScratchBytes(shape) >>> 0);
        if (!context.wasm.conv2dBackpropFilter(from, given, to, shape, scratch)) {
          context.wasm.plainBackpropFilter(from, given, to, shape);
        }
        return dw;
      });
    },
);
