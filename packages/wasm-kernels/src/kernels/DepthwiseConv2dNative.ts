import type { DepthwiseConv2dNativeAttrs, DepthwiseConv2dNativeInputs } from "@tensorflow/tfjs-core";
import { DepthwiseConv2dNative } from "@tensorflow/tfjs-core";
import type { ConvolutionAttributes } from "../convolutionInfo.ts";
import { depthwiseConvolution } from "../depthwiseConvolution.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

/** tfjs passes null for "no dilation", whatever it declares. */
type Attributes = Omit<DepthwiseConv2dNativeAttrs, "dilations"> & ConvolutionAttributes;

export const depthwiseConv2dNative: KernelDefinition = defineKernel<DepthwiseConv2dNativeInputs, Attributes>(
  DepthwiseConv2dNative,
  "right where XNNPACK gives zeros, or reads and writes elsewhere",
  (context) =>
    ({ x, filter }, attributes) =>
      depthwiseConvolution(context, x, filter, attributes),
);
