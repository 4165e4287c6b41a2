import type { GradConfig, Tensor } from "@tensorflow/tfjs-core";
import { engine, getGradient, registerGradient, Relu, unregisterGradient } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";

/**
 * Lets the gradient of relu be computed in one pass. In tfjs it is the product of dy with a tensor of zeros and ones, which is
 * as large and made for it.
 *
 * Gradients are no kernels, but functions of operations, the same for all backends: elsewhere tfjs' own goes on.
 *
 * @returns a function that puts tfjs' own back
 */
export function fuseReluGradient(context: KernelContext): () => void {
  const original = getGradient(Relu) as GradConfig | undefined;
  // tfjs-core alone has no gradients.
  if (!original) return () => {};
  unregisterGradient(Relu);
  registerGradient({
    ...original,
    gradFunc(dy, saved, attrs) {
      const [x] = saved;
      // Where somebody records this gradient, to take a gradient of it, it has to be made of tfjs' operations.
      const fits = engine().backend === context.backend && engine().state.gradientDepth === 0;
      if (!fits || !isPlain(dy) || x?.dtype !== "float32") return original.gradFunc(dy, saved, attrs);
      return { x: () => reluGradient(context, dy, x) };
    },
  });
  return () => {
    unregisterGradient(Relu);
    registerGradient(original);
  };
}

function isPlain(dy: Tensor | Tensor[]): dy is Tensor {
  return !Array.isArray(dy) && dy.dtype === "float32";
}

function reluGradient(context: KernelContext, dy: Tensor, x: Tensor): Tensor {
  const dx = context.output(x.shape);
  context.wasm.reluGradient(context.address(dy), context.address(x), context.address(dx), x.size);
  return engine().makeTensorFromTensorInfo(dx, context.backend);
}
