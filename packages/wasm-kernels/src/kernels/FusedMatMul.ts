import type { _FusedMatMulAttrs, _FusedMatMulInputs } from "@tensorflow/tfjs-core";
import { _FusedMatMul, util } from "@tensorflow/tfjs-core";
import { affineProduct } from "../affineProduct.ts";
import { fusedActivations } from "../fusedActivations.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const fusedMatMul: KernelDefinition = defineKernel<_FusedMatMulInputs, _FusedMatMulAttrs>(
  _FusedMatMul,
  "equally fast in all four transpositions, bias and relu on the way",
  (context) =>
    ({ a, b, bias }, { transposeA, transposeB, activation }) => {
      const code = fusedActivations[activation];
      if (code === undefined) return undefined;
      const columns = b.shape.at(transposeB ? -2 : -1);
      if (bias && (util.sizeFromShape(bias.shape) !== columns || bias.dtype !== "float32")) return undefined;
      const product = affineProduct(context, { a, b, transposeA, transposeB });
      return product && context.compute({ ...product, bias, activation: code });
    },
);
