import type { Tensor } from "@tensorflow/tfjs-core";
import { engine, Mean } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { middleOf } from "./middleOf.ts";
import { replaceGradient } from "./replaceGradient.ts";

/**
 * Lets the gradient of a mean over middle axes, as global average pooling takes it over the pixels, be computed in one pass instead of
 * three.
 *
 * @returns a function that puts tfjs' own back
 */
export function fuseMeanGradient(context: KernelContext): () => void {
  return replaceGradient(Mean, context, (dy, x, { axis }) => {
    if (!middleOf(x.shape, axis as number | number[])) return undefined;
    const attrs = { shape: x.shape, axis: axis as number | number[] };
    return { x: () => engine().runKernel<Tensor>("MinibatchMeanGrad", { dy }, attrs) };
  });
}
