import type { ReluInputs } from "@tensorflow/tfjs-core";
import { Relu, util } from "@tensorflow/tfjs-core";
import { defineKernelOfDeferred } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { noteReluBehind } from "../reluBehind.ts";

export const relu: KernelDefinition = defineKernelOfDeferred<ReluInputs, unknown>(
  Relu,
  "by all threads, that of a convolution, product, normalization or sum in the same pass; its gradient in one pass, or on the way of that of the normalization",
  (context) =>
    ({ x }) => {
      if (x.dtype !== "float32") return undefined;
      const affine = context.deferred("affine", x);
      if (affine) return context.deferRecorded({ ...affine, activation: 1 });
      const normalization = context.deferred("normalization", x);
      const before = normalization ?? context.deferred("sum", x);
      if (before) {
        const y = context.compute({ ...before, activation: 1 });
        if (normalization) noteReluBehind(y, normalization);
        return y;
      }
      const y = context.output(x.shape);
      const size = util.sizeFromShape(x.shape);
      context.wasm.relu(context.address(x, size), context.address(y, size), size);
      return y;
    },
);
