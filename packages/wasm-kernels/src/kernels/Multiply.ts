import type { MultiplyInputs } from "@tensorflow/tfjs-core";
import { Multiply, util } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

/** Fewer values than these are left to tfjs, as in `addTensors`. */
const WORTH = 1024;

export const multiply: KernelDefinition = defineKernel<MultiplyInputs, unknown>(
  Multiply,
  "two tensors of one shape, such as what a dropout keeps, by all threads",
  (context) =>
    ({ a, b }) => {
      const size = util.sizeFromShape(a.shape);
      if (size < WORTH || a.dtype !== "float32" || b.dtype !== "float32") return undefined;
      if (!util.arraysEqual(a.shape, b.shape)) return undefined;
      const out = context.output(a.shape);
      context.wasm.multiply(
        context.address(a, size),
        context.address(b, size),
        context.address(out, size),
        size,
      );
      return out;
    },
);
