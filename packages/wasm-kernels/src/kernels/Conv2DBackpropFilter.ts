import type { Conv2DBackpropFilterAttrs, Conv2DBackpropFilterInputs } from "@tensorflow/tfjs-core";
import { Conv2DBackpropFilter, util } from "@tensorflow/tfjs-core";
import { convolutionInfo } from "../convolutionInfo.ts";
import { convShape } from "../convShape.ts";
import { defineKernelOfDeferred } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { withOutputGradient } from "../withOutputGradient.ts";

/** tfjs' operation has no dilations; its kernel takes them all the same. */
type Attributes = Conv2DBackpropFilterAttrs & { readonly dilations?: number | [number, number] };

export const conv2dBackpropFilter: KernelDefinition = defineKernelOfDeferred<
  Conv2DBackpropFilterInputs,
  Attributes
>(
  Conv2DBackpropFilter,
  "missing in tfjs: without it no convolution trains",
  (context) =>
    ({ x, dy }, { dataFormat, filterShape, ...attributes }) => {
      context.settle(x);
      if (x.dtype !== "float32" || dy.dtype !== "float32" || dataFormat === "NCHW") return undefined;
      const info = convolutionInfo(x.shape, filterShape, attributes);
      const [inSize, outSize, filterSize] = [x.shape, info.outShape, filterShape].map(util.sizeFromShape);
      if (!inSize || !outSize || !filterSize) return context.zeros(filterShape);
      const shapeOf = () => context.shape(convShape(info));
      return withOutputGradient(context, dy, info.outShape, true, (gradient, write) => {
        const dw = context.output(filterShape);
        const shape = shapeOf();
        const from = context.address(x, inSize);
        const to = context.address(dw, filterSize);
        const scratch = context.scratch(context.wasm.filterGradientScratchBytes(shape) >>> 0);
        if (!context.wasm.conv2dBackpropFilter(from, ...gradient, to, shape, scratch)) {
          context.wasm.plainBackpropFilter(from, write(), to, shapeOf());
        }
        return dw;
      });
    },
);
