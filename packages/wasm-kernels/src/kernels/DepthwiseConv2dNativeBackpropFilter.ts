import type {
  DepthwiseConv2dNativeBackpropFilterAttrs,
  DepthwiseConv2dNativeBackpropFilterInputs,
} from "@tensorflow/tfjs-core";
import { backend_util, DepthwiseConv2dNativeBackpropFilter } from "@tensorflow/tfjs-core";
import { convShape } from "../convShape.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const depthwiseConv2dNativeBackpropFilter: KernelDefinition = defineKernel<
  DepthwiseConv2dNativeBackpropFilterInputs,
  DepthwiseConv2dNativeBackpropFilterAttrs
>(
  DepthwiseConv2dNativeBackpropFilter,
  "missing in tfjs: without it no depthwise convolution trains",
  (context) =>
    ({ x, dy }, { strides, dilations, pad, dimRoundingMode, filterShape }) => {
      if (x.dtype !== "float32" || dy.dtype !== "float32") return undefined;
      const info = backend_util.computeConv2DInfo(
        x.shape as [number, number, number, number],
        filterShape,
        strides,
        dilations,
        pad,
        dimRoundingMode,
        true,
      );
      const dw = context.output(filterShape);
      context.wasm.depthwiseBackpropFilter(
        context.address(x),
        context.address(dy),
        context.address(dw),
        context.shape(convShape(info, info.outChannels / info.inChannels)),
      );
      return dw;
    },
);
