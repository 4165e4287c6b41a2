import type { MinimumInputs } from "@tensorflow/tfjs-core";
import { Minimum } from "@tensorflow/tfjs-core";
import { extremeOf } from "../extremeOf.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const minimum: KernelDefinition = defineKernel<MinimumInputs, unknown>(
  Minimum,
  "keeps what is not a number on either side, by all threads",
  (context) =>
    ({ a, b }) =>
      extremeOf(context, "minimum", a, b),
);
