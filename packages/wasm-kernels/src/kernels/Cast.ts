import type { CastAttrs, CastInputs } from "@tensorflow/tfjs-core";
import { Cast } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const cast: KernelDefinition = defineKernel<CastInputs, CastAttrs>(
  Cast,
  "shares the values where the type stays the same (the gradient of relu casts float32 to float32)",
  (context) =>
    ({ x }, { dtype }) =>
      x.dtype === dtype ? context.share(x) : undefined,
);
