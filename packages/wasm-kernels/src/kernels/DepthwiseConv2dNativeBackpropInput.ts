import type {
  DepthwiseConv2dNativeBackpropInputAttrs,
  DepthwiseConv2dNativeBackpropInputInputs,
} from "@tensorflow/tfjs-core";
import { DepthwiseConv2dNativeBackpropInput, util } from "@tensorflow/tfjs-core";
import { convolutionInfo } from "../convolutionInfo.ts";
import { convShape } from "../convShape.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { withOutputGradient } from "../withOutputGradient.ts";

export const depthwiseConv2dNativeBackpropInput: KernelDefinition = defineKernel<
  DepthwiseConv2dNativeBackpropInputInputs,
  DepthwiseConv2dNativeBackpropInputAttrs
>(
  DepthwiseConv2dNativeBackpropInput,
  "missing in tfjs: without it no depthwise convolution trains",
  (context) =>
    ({ dy, filter }, { inputShape, ...attributes }) => {
      if (dy.dtype !== "float32" || filter.dtype !== "float32") return undefined;
      const info = convolutionInfo(inputShape, filter.shape, attributes, true);
      const [inSize, outSize, filterSize] = [inputShape, info.outShape, filter.shape].map(util.sizeFromShape);
      if (!inSize || !outSize || !filterSize) return context.zeros(inputShape);
      return withOutputGradient(context, dy, info.outShape, false, ([gradient]) => {
        const dx = context.output(inputShape);
        context.wasm.depthwiseBackpropInput(
          gradient,
          context.address(filter, filterSize),
          context.address(dx, inSize),
          context.shape(convShape(info, info.outChannels / info.inChannels)),
        );
        return dx;
      });
    },
);
