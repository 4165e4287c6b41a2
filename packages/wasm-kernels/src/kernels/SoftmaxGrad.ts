import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import { defineKernel, type KernelDefinition } from "../KernelDefinition.ts";
import { requireShape } from "../requireShape.ts";

interface Inputs {
  readonly dy: TensorInfo;
  /** The output of softmax over its last axis. */
  readonly y: TensorInfo;
}

/** Not a kernel of tfjs: its gradient of softmax is asked for by this name (fuseSoftmaxGradient.ts). */
export const softmaxGrad: KernelDefinition = defineKernel<Inputs, unknown>(
  "MinibatchSoftmaxGrad",
  "not tfjs': the gradient of softmax in one pass instead of four",
  (context) =>
    ({ dy, y }) => {
      requireShape("dy", dy, y.shape);
      const size = util.sizeFromShape(y.shape);
      const columns = y.shape.at(-1) ?? 1;
      const dx = context.output(y.shape);
      context.wasm.softmaxGradient(
        context.address(dy, size),
        context.address(y, size),
        context.address(dx, size),
        size / columns,
        columns,
      );
      return dx;
    },
);
