import type { LeakyReluAttrs, LeakyReluInputs } from "@tensorflow/tfjs-core";
import { LeakyRelu } from "@tensorflow/tfjs-core";
import { activationCodes } from "../activationCodes.ts";
import { applyActivation } from "../applyActivation.ts";
import { defineKernelOfDeferred } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const leakyRelu: KernelDefinition = defineKernelOfDeferred<LeakyReluInputs, LeakyReluAttrs>(
  LeakyRelu,
  "by all threads, behind a batch normalization in the same pass; its gradient in one pass instead of four",
  (context) =>
    ({ x }, { alpha }) =>
      x.dtype === "float32" ? applyActivation(context, x, activationCodes.leakyRelu, alpha) : undefined,
);
