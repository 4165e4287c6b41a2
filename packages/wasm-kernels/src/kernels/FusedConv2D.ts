import type { FusedConv2DAttrs, FusedConv2DInputs } from "@tensorflow/tfjs-core";
import { FusedConv2D, util } from "@tensorflow/tfjs-core";
import { affineConvolution } from "../affineConvolution.ts";
import { fusedActivations } from "../fusedActivations.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const fusedConv2d: KernelDefinition = defineKernel<FusedConv2DInputs, FusedConv2DAttrs>(
  FusedConv2D,
  "as Conv2D, bias and relu on the way",
  (context) =>
    ({ x, filter, bias }, attrs) => {
      const activation = fusedActivations[attrs.activation];
      if (activation === undefined) return undefined;
      if (bias && (bias.dtype !== "float32" || util.sizeFromShape(bias.shape) !== filter.shape.at(-1)))
        return undefined;
      const convolution = affineConvolution(context, { ...attrs, x, filter });
      return convolution && context.compute({ ...convolution, bias, activation });
    },
);
