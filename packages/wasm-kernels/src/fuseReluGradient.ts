import { engine, Relu } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { replaceGradient } from "./replaceGradient.ts";

/**
 * Lets the gradient of relu be computed in one pass. In tfjs it is the product of dy with a tensor of zeros and ones, which is
 * as large and made for it.
 *
 * @returns a function that puts tfjs' own back
 */
export function fuseReluGradient(context: KernelContext): () => void {
  return replaceGradient(Relu, context, (dy, x) => ({
    x() {
      const dx = context.output(x.shape);
      context.wasm.reluGradient(context.address(dy), context.address(x), context.address(dx), x.size);
      return engine().makeTensorFromTensorInfo(dx, context.backend);
    },
  }));
}
