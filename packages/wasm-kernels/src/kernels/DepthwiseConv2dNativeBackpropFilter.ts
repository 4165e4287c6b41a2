import type {
  DepthwiseConv2dNativeBackpropFilterAttrs,
  DepthwiseConv2dNativeBackpropFilterInputs,
} from "@tensorflow/tfjs-core";
import { DepthwiseConv2dNativeBackpropFilter, util } from "@tensorflow/tfjs-core";
import { convolutionInfo } from "../convolutionInfo.ts";
import { convShape } from "../convShape.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { withOutputGradient } from "../withOutputGradient.ts";

export const depthwiseConv2dNativeBackpropFilter: KernelDefinition = defineKernel<
  DepthwiseConv2dNativeBackpropFilterInputs,
  DepthwiseConv2dNativeBackpropFilterAttrs
>(
  DepthwiseConv2dNativeBackpropFilter,
  "missing in tfjs: without it no depthwise convolution trains",
  (context) =>
    ({ x, dy }, { filterShape, ...attributes }) => {
      if (x.dtype !== "float32" || dy.dtype !== "float32") return undefined;
      const info = convolutionInfo(x.shape, filterShape, attributes, true);
      const [inSize, outSize, filterSize] = [x.shape, info.outShape, filterShape].map(util.sizeFromShape);
      if (!inSize || !outSize || !filterSize) return context.zeros(filterShape);
      return withOutputGradient(context, dy, info.outShape, false, ([gradient]) => {
        const dw = context.output(filterShape);
        context.wasm.depthwiseBackpropFilter(
          context.address(x, inSize),
          gradient,
          context.address(dw, filterSize),
          context.shape(convShape(info, info.outChannels / info.inChannels)),
        );
        return dw;
      });
    },
);
