import type { FusedDepthwiseConv2DAttrs, FusedDepthwiseConv2DInputs } from "@tensorflow/tfjs-core";
import { FusedDepthwiseConv2D } from "@tensorflow/tfjs-core";
import { affineDepthwise } from "../affineDepthwise.ts";
import { computeFused } from "../computeFused.ts";
import type { ConvolutionAttributes } from "../convolutionInfo.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

/** tfjs passes null for "no dilation", whatever it declares. */
type Attributes = Omit<FusedDepthwiseConv2DAttrs, "dilations"> & ConvolutionAttributes;

export const fusedDepthwiseConv2d: KernelDefinition = defineKernel<FusedDepthwiseConv2DInputs, Attributes>(
  FusedDepthwiseConv2D,
  "as DepthwiseConv2dNative, bias and relu on the way",
  (context) =>
    ({ x, filter, ...inputs }, { activation, leakyreluAlpha, ...attributes }) => {
      const convolution = affineDepthwise(context, { ...attributes, x, filter });
      return convolution && computeFused(context, convolution, { ...inputs, activation, leakyreluAlpha });
    },
);
