import type { Conv2DAttrs, Conv2DInputs } from "@tensorflow/tfjs-core";
import { Conv2D } from "@tensorflow/tfjs-core";
import { affineConvolution } from "../affineConvolution.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const conv2d: KernelDefinition = defineKernel<Conv2DInputs, Conv2DAttrs>(
  Conv2D,
  "read where the pixels lie, by all threads; 3x3 filters by Winograd's algorithm, with a third of the multiplications",
  (context) => (inputs, attrs) => {
    const convolution = affineConvolution(context, { ...inputs, ...attrs });
    return convolution && context.deferRecorded(convolution);
  },
);
