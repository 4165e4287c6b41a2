import type { ClipByValueAttrs, ClipByValueInputs } from "@tensorflow/tfjs-core";
import { ClipByValue } from "@tensorflow/tfjs-core";
import { clip } from "../clip.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const clipByValue: KernelDefinition = defineKernel<ClipByValueInputs, ClipByValueAttrs>(
  ClipByValue,
  "keeps what is not a number, of which XNNPACK makes the lower bound; by all threads",
  (context) =>
    ({ x }, { clipValueMin, clipValueMax }) =>
      clip(context, x, clipValueMin, clipValueMax),
);
