import type { _FusedMatMulAttrs, _FusedMatMulInputs } from "@tensorflow/tfjs-core";
import { _FusedMatMul } from "@tensorflow/tfjs-core";
import { affineProduct } from "../affineProduct.ts";
import { computeFused } from "../computeFused.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const fusedMatMul: KernelDefinition = defineKernel<_FusedMatMulInputs, _FusedMatMulAttrs>(
  _FusedMatMul,
  "equally fast in all four transpositions, bias and relu on the way",
  (context) =>
    ({ a, b, ...inputs }, { transposeA, transposeB, activation, leakyreluAlpha }) => {
      const product = affineProduct(context, { a, b, transposeA, transposeB });
      return product && computeFused(context, product, { ...inputs, activation, leakyreluAlpha });
    },
);
