import type { DepthwiseConv2dNativeAttrs, DepthwiseConv2dNativeInputs } from "@tensorflow/tfjs-core";
import { DepthwiseConv2dNative } from "@tensorflow/tfjs-core";
import { affineDepthwise } from "../affineDepthwise.ts";
import type { ConvolutionAttributes } from "../convolutionInfo.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

/** tfjs passes null for "no dilation", whatever it declares. */
type Attributes = Omit<DepthwiseConv2dNativeAttrs, "dilations"> & ConvolutionAttributes;

export const depthwiseConv2dNative: KernelDefinition = defineKernel<DepthwiseConv2dNativeInputs, Attributes>(
  DepthwiseConv2dNative,
  "by all threads; right where XNNPACK gives zeros, or reads and writes elsewhere",
  (context) => (inputs, attributes) => {
    const convolution = affineDepthwise(context, { ...inputs, ...attributes });
    return convolution && context.deferRecorded(convolution);
  },
);
