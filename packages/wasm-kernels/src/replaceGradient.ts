import type { GradConfig, NamedAttrMap, Tensor } from "@tensorflow/tfjs-core";
import { engine, getGradient, registerGradient, unregisterGradient } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";

/**
 * Lets the gradient of an operation be computed in one pass, where tfjs makes it of several operations.
 *
 * Gradients are no kernels, but functions of operations, the same for all backends: elsewhere tfjs' own goes on.
 *
 * @param operation its name in tfjs; it has one input and one output
 * @param compute gives the gradients by input, or `undefined` for what is left to tfjs; `saved` is what tfjs keeps of the
 *   operation for its gradient
 * @param saves what tfjs shall keep instead of what its own gradient needs
 * @returns a function that puts tfjs' own back
 */
export function replaceGradient(
  operation: string,
  context: KernelContext,
  compute: (dy: Tensor, saved: Tensor, attrs: NamedAttrMap) => Record<string, () => Tensor> | undefined,
  saves: Pick<GradConfig, "inputsToSave" | "outputsToSave"> = {},
): () => void {
  const original = getGradient(operation) as GradConfig | undefined;
  // tfjs-core alone has no gradients.
  if (!original) return () => {};
  unregisterGradient(operation);
  registerGradient({
    ...original,
    ...saves,
    gradFunc(dy, saved, attrs) {
      const [values] = saved;
      // Where somebody records this gradient, to take a gradient of it, it has to be made of tfjs' operations.
      const fits = context.active && engine().state.gradientDepth === 0;
      const plain = !Array.isArray(dy) && dy.dtype === "float32" && values?.dtype === "float32";
      return (fits && plain ? compute(dy, values, attrs) : undefined) ?? original.gradFunc(dy, saved, attrs);
    },
  });
  return () => {
    unregisterGradient(operation);
    registerGradient(original);
  };
}
