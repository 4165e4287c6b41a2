import type { Tensor } from "@tensorflow/tfjs-core";
import { engine } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { layerPrototype } from "./layerPrototype.ts";

interface Activation {
  apply: (this: Activation, x: Tensor, ...rest: unknown[]) => Tensor;
}

/**
 * Lets the activations of tfjs-layers that it makes of several operations be one kernel, by whichever layer they are named.
 *
 * @returns a function that puts tfjs' own back
 */
export function fuseActivations(context: KernelContext): () => void {
  const restore = ["gelu", "gelu_new", "swish"].map((activation) => {
    const prototype = layerPrototype(activation) as Activation | undefined;
    if (!prototype) return () => {};
    const { apply } = prototype;
    prototype.apply = function applyFused(this: Activation, x, ...rest) {
      // Swish may be scaled; and where somebody takes a gradient of a gradient, it has to be made of tfjs' operations.
      const fits = rest.length === 0 && x.dtype === "float32" && engine().state.gradientDepth <= 1;
      if (!fits || !context.active) return apply.call(this, x, ...rest);
      return engine().runKernel<Tensor>("MinibatchActivation", { x }, { activation });
    };
    return () => {
      prototype.apply = apply;
    };
  });
  return () => {
    for (const undo of restore) undo();
  };
}
