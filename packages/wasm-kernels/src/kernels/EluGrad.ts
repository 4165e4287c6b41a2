import type { EluGradInputs } from "@tensorflow/tfjs-core";
import { EluGrad, util } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { requireShape } from "../requireShape.ts";

export const eluGrad: KernelDefinition = defineKernel<EluGradInputs, unknown>(
  EluGrad,
  "four values at a time, by all threads",
  (context) =>
    ({ dy, y }) => {
      if (dy.dtype !== "float32" || y.dtype !== "float32") return undefined;
      requireShape("dy", dy, y.shape);
      const size = util.sizeFromShape(y.shape);
      const dx = context.output(y.shape);
      context.wasm.eluGradient(
        context.address(dy, size),
        context.address(y, size),
        context.address(dx, size),
        size,
      );
      return dx;
    },
);
