import type { DepthwiseConv2dNativeAttrs, DepthwiseConv2dNativeInputs } from "@tensorflow/tfjs-core";
import { backend_util, DepthwiseConv2dNative } from "@tensorflow/tfjs-core";
import { convShape } from "../convShape.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { xnnpackIsRight } from "../xnnpackIsRight.ts";

/** tfjs passes null for "no dilation", whatever it declares. */
type Attributes = Omit<DepthwiseConv2dNativeAttrs, "dilations"> & {
  readonly dilations: [number, number] | number | null;
};

export const depthwiseConv2dNative: KernelDefinition = defineKernel<DepthwiseConv2dNativeInputs, Attributes>(
  DepthwiseConv2dNative,
  'right where XNNPACK gives zeros: strides with "same" padding',
  (context) =>
    ({ x, filter }, { strides, pad, dilations, dimRoundingMode }) => {
      const info = backend_util.computeConv2DInfo(
        x.shape as [number, number, number, number],
        filter.shape as [number, number, number, number],
        strides,
        dilations ?? 1,
        pad,
        dimRoundingMode,
        true,
      );
      if (x.dtype !== "float32" || filter.dtype !== "float32" || xnnpackIsRight(info)) return undefined;
      const y = context.output(info.outShape);
      context.wasm.depthwiseConv2d(
        context.address(x),
        context.address(filter),
        context.address(y),
        context.shape(convShape(info, info.outChannels / info.inChannels)),
      );
      return y;
    },
);
