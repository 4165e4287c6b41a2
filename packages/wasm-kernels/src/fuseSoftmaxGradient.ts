import { engine, Softmax } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { replaceGradient } from "./replaceGradient.ts";
import { requireShape } from "./requireShape.ts";

/**
 * Lets the gradient of softmax over the last axis be computed in one pass instead of four.
 *
 * @returns a function that puts tfjs' own back
 */
export function fuseSoftmaxGradient(context: KernelContext): () => void {
  return replaceGradient(Softmax, context, (dy, y, { dim }) => {
    const columns = y.shape.at(-1);
    if (dim !== y.rank - 1 || !columns) return undefined;
    return {
      logits() {
        requireShape("dy", dy, y.shape);
        const dx = context.output(y.shape);
        context.wasm.softmaxGradient(
          context.address(dy, y.size),
          context.address(y, y.size),
          context.address(dx, y.size),
          y.size / columns,
          columns,
        );
        return engine().makeTensorFromTensorInfo(dx, context.backend);
      },
    };
  });
}
