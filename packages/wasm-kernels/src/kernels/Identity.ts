import type { IdentityInputs } from "@tensorflow/tfjs-core";
import { Identity } from "@tensorflow/tfjs-core";
import { defineKernelOfDeferred } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const identity: KernelDefinition = defineKernelOfDeferred<IdentityInputs, unknown>(
  Identity,
  "shares the values, as reshape does, instead of copying them",
  (context) =>
    ({ x }) =>
      context.share(x),
);
