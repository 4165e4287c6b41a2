import type { FusedDepthwiseConv2DAttrs, FusedDepthwiseConv2DInputs } from "@tensorflow/tfjs-core";
import { FusedDepthwiseConv2D } from "@tensorflow/tfjs-core";
import type { ConvolutionAttributes } from "../convolutionInfo.ts";
import { depthwiseConvolution } from "../depthwiseConvolution.ts";
import { finishFused, isFusedActivation } from "../finishFused.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { runKernel } from "../runKernel.ts";

/** tfjs passes null for "no dilation", whatever it declares. */
type Attributes = Omit<FusedDepthwiseConv2DAttrs, "dilations"> & ConvolutionAttributes;

export const fusedDepthwiseConv2d: KernelDefinition = defineKernel<FusedDepthwiseConv2DInputs, Attributes>(
  FusedDepthwiseConv2D,
  "right where XNNPACK gives zeros, or a bound in place of what is not a number",
  (context) =>
    ({ x, filter, bias, ...inputs }, attributes) => {
      const { activation } = attributes;
      if (!isFusedActivation(activation)) return undefined;
      const own = depthwiseConvolution(context, x, filter, attributes);
      if (own) return finishFused(context, own, { ...attributes, ...inputs, bias });
      if (activation === "linear") return undefined;
      // Without a bound, XNNPACK keeps what is not a number.
      const linear = runKernel(
        context,
        FusedDepthwiseConv2D,
        { x, filter, bias },
        { ...attributes, activation: "linear" },
      );
      return finishFused(context, linear, { ...attributes, ...inputs });
    },
);
