import type { Tensor } from "@tensorflow/tfjs-core";
import { engine, Relu } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { replaceGradient } from "./replaceGradient.ts";

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
    (dy, y) => ({ x: () => engine().runKernel<Tensor>("MinibatchReluGrad", { dy, y }) }),
    { inputsToSave: [], outputsToSave: [true] },
  );
}
