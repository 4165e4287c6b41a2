import { BatchMatMul } from "@tensorflow/tfjs-core";
import type { BatchMatMulAttrs, BatchMatMulInputs } from "@tensorflow/tfjs-core";
import { affineProduct } from "../affineProduct.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const batchMatMul: KernelDefinition = defineKernel<BatchMatMulInputs, BatchMatMulAttrs>(
  BatchMatMul,
  "equally fast in all four transpositions",
  (context) =>
    ({ a, b }, { transposeA, transposeB }) => {
      const product = affineProduct(context, { a, b, transposeA, transposeB });
      return product && context.deferRecorded(product);
    },
);
