import { BatchMatMul } from "@tensorflow/tfjs-core";
import type { BatchMatMulAttrs, BatchMatMulInputs } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { multiply } from "../multiply.ts";

export const batchMatMul: KernelDefinition = defineKernel<BatchMatMulInputs, BatchMatMulAttrs>(
  BatchMatMul,
  "equally fast in all four transpositions",
  (context) =>
    ({ a, b }, { transposeA, transposeB }) =>
      multiply(context, { a, b, transposeA, transposeB }),
);
