import type {
  DepthwiseConv2dNativeBackpropInputAttrs,
  DepthwiseConv2dNativeBackpropInputInputs,
} from "@tensorflow/tfjs-core";
import { backend_util, DepthwiseConv2dNativeBackpropInput } from "@tensorflow/tfjs-core";
import { convShape } from "../convShape.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const depthwiseConv2dNativeBackpropInput: KernelDefinition = defineKernel<
  DepthwiseConv2dNativeBackpropInputInputs,
  DepthwiseConv2dNativeBackpropInputAttrs
>(
  DepthwiseConv2dNativeBackpropInput,
  "missing in tfjs: without it no depthwise convolution trains",
  (context) =>
    ({ dy, filter }, { strides, dilations, pad, dimRoundingMode, inputShape }) => {
      if (dy.dtype !== "float32" || filter.dtype !== "float32") return undefined;
      const info = backend_util.computeConv2DInfo(
        inputShape,
        filter.shape as [number, number, number, number],
        strides,
        dilations,
        pad,
        dimRoundingMode,
        true,
      );
      const dx = context.output(inputShape);
      context.wasm.depthwiseBackpropInput(
        context.address(dy),
        context.address(filter),
        context.address(dx),
        context.shape(convShape(info, info.outChannels / info.inChannels)),
      );
      return dx;
    },
);
