import { engine, Relu } from "@tensorflow/tfjs-core";
import { deferGradient } from "./deferGradient.ts";
import type { KernelContext } from "./KernelContext.ts";
import { reluGradientBehind } from "./reluBehind.ts";
import { replaceGradient } from "./replaceGradient.ts";
import { requireShape } from "./requireShape.ts";

/**
 * Lets the gradient of relu be computed in one pass. In tfjs it is the product of dy with a tensor of zeros and ones, which is
 * as large and made for it.
 *
 * It is taken from the output of relu, positive where the input is, so that the input need not be kept, nor even computed. That
 * holds for tfjs' own gradient as well. Behind a batch normalization it is put off, and taken on the way of that of the normalization.
 *
 * @returns a function that puts tfjs' own back
 */
export function fuseReluGradient(context: KernelContext): () => void {
  return replaceGradient(
    Relu,
    context,
    (dy, y) => ({
      x() {
        const pooling = context.deferred("poolGradient", dy);
        if (pooling?.pooled === y.dataId) {
          return engine().makeTensorFromTensorInfo(
            context.compute({ ...pooling, activation: 1 }),
            context.backend,
          );
        }
        requireShape("dy", dy, y.shape);
        const work = reluGradientBehind(context, y);
        if (work) return deferGradient(context, dy, work);
        const dx = context.output(y.shape);
        context.wasm.reluGradient(
          context.address(dy, y.size),
          context.address(y, y.size),
          context.address(dx, y.size),
          y.size,
        );
        return engine().makeTensorFromTensorInfo(dx, context.backend);
      },
    }),
    { inputsToSave: [], outputsToSave: [true] },
  );
}
