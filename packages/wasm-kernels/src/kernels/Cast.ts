import type { CastAttrs, CastInputs } from "@tensorflow/tfjs-core";
import { Cast, NotEqual } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { runKernel } from "../runKernel.ts";

export const cast: KernelDefinition = defineKernel<CastInputs, CastAttrs>(
  Cast,
  "shares the values where the type stays the same (the gradient of relu casts float32 to float32); to bool, all but 0 is true",
  (context) =>
    ({ x }, { dtype }) => {
      if (x.dtype === dtype) return context.share(x);
      // tfjs' own keeps the lowest byte: 0.5 became false, and 2 was neither false nor true.
      if (dtype !== "bool" || (x.dtype !== "float32" && x.dtype !== "int32")) return undefined;
      const zero = context.scalar(0, x.dtype);
      const truth = runKernel(context, NotEqual, { a: x, b: zero });
      context.backend.disposeData(zero.dataId);
      return truth;
    },
);
