import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import { defineKernelOfDeferred } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { reluGradientBehind } from "../reluBehind.ts";
import { requireShape } from "../requireShape.ts";

interface Inputs {
  readonly dy: TensorInfo;
  /** The output of relu, positive where its input is. */
  readonly y: TensorInfo;
}

/** Not a kernel of tfjs: its gradient of relu is asked for by this name (fuseReluGradient.ts). */
export const reluGrad: KernelDefinition = defineKernelOfDeferred<Inputs, unknown>(
  "MinibatchReluGrad",
  "not tfjs': the gradient of relu in one pass, in that of the pooling or the normalization beside it",
  (context) =>
    ({ dy, y }) => {
      const pooling = context.deferred("poolGradient", dy);
      if (pooling?.pooled === y.dataId) {
        const through = { ...pooling, activation: 1 };
        return pooling.byPlaces ? context.defer(through) : context.compute(through);
      }
      requireShape("dy", dy, y.shape);
      context.settle(dy);
      const behind = reluGradientBehind(context, y);
      if (behind) {
        return context.defer({ ...behind, kind: "activationGradient", inputs: [...behind.inputs, dy] });
      }
      const size = util.sizeFromShape(y.shape);
      const dx = context.output(y.shape);
      context.wasm.reluGradient(
        context.address(dy, size),
        context.address(y, size),
        context.address(dx, size),
        size,
      );
      return dx;
    },
);
