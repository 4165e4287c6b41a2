import type { ReluInputs } from "@tensorflow/tfjs-core";
import { Relu, util } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const relu: KernelDefinition = defineKernel<ReluInputs, unknown>(
  Relu,
  "by all threads; its gradient in one pass",
  (context) =>
    ({ x }) => {
      if (x.dtype !== "float32") return undefined;
      const y = context.output(x.shape);
      context.wasm.relu(context.address(x), context.address(y), util.sizeFromShape(x.shape));
      return y;
    },
);
