import type { Relu6Inputs } from "@tensorflow/tfjs-core";
import { Relu6 } from "@tensorflow/tfjs-core";
import { clip } from "../clip.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const relu6: KernelDefinition = defineKernel<Relu6Inputs, unknown>(
  Relu6,
  "keeps what is not a number, of which XNNPACK makes 0; by all threads",
  (context) =>
    ({ x }) =>
      clip(context, x, 0, 6),
);
