import type { MaximumInputs } from "@tensorflow/tfjs-core";
import { Maximum } from "@tensorflow/tfjs-core";
import { extremeOf } from "../extremeOf.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const maximum: KernelDefinition = defineKernel<MaximumInputs, unknown>(
  Maximum,
  "keeps what is not a number on either side, by all threads",
  (context) =>
    ({ a, b }) =>
      extremeOf(context, "maximum", a, b),
);
