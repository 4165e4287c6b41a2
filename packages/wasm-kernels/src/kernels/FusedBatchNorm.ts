import type { FusedBatchNormAttrs, FusedBatchNormInputs } from "@tensorflow/tfjs-core";
import { FusedBatchNorm, util } from "@tensorflow/tfjs-core";
import { batchNormalization } from "../batchNormalization.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const fusedBatchNorm: KernelDefinition = defineKernel<FusedBatchNormInputs, FusedBatchNormAttrs>(
  FusedBatchNorm,
  "batch normalization of a network that is used, by all threads",
  (context) =>
    ({ x, mean, variance, scale, offset }, { varianceEpsilon }) => {
      const parts = [mean, variance, scale, offset];
      // Scale and offset may be missing, whatever tfjs declares, and all of them may be as large as x.
      const fits = parts.every((part) => part?.shape.length === 1 && part.dtype === "float32");
      if (!fits || x.dtype !== "float32" || util.sizeFromShape(x.shape) === 0) return undefined;
      return context.compute(
        batchNormalization(context, { x, mean, variance, scale, offset, epsilon: varianceEpsilon }),
      );
    },
);
