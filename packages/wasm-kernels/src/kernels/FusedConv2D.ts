import type { FusedConv2DAttrs, FusedConv2DInputs } from "@tensorflow/tfjs-core";
import { FusedConv2D } from "@tensorflow/tfjs-core";
import { affineConvolution } from "../affineConvolution.ts";
import { computeFused } from "../computeFused.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const fusedConv2d: KernelDefinition = defineKernel<FusedConv2DInputs, FusedConv2DAttrs>(
  FusedConv2D,
  "as Conv2D, bias and relu on the way",
  (context) =>
    ({ x, filter, ...inputs }, { activation, leakyreluAlpha, ...attributes }) => {
      const convolution = affineConvolution(context, { ...attributes, x, filter });
      return convolution && computeFused(context, convolution, { ...inputs, activation, leakyreluAlpha });
    },
);
