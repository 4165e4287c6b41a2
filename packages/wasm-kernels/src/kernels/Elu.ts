import type { EluInputs } from "@tensorflow/tfjs-core";
import { Elu } from "@tensorflow/tfjs-core";
import { activationCodes } from "../activationCodes.ts";
import { applyActivation } from "../applyActivation.ts";
import { defineKernelOfDeferred } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const elu: KernelDefinition = defineKernelOfDeferred<EluInputs, unknown>(
  Elu,
  "four values at a time, by all threads; behind a batch normalization in the same pass",
  (context) =>
    ({ x }) =>
      x.dtype === "float32" ? applyActivation(context, x, activationCodes.elu) : undefined,
);
