import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import type { Deferrable } from "./Deferrable.ts";
import { type Finish, finishFused, isFusedActivation } from "./finishFused.ts";
import { fusedActivations } from "./fusedActivations.ts";
import type { KernelContext } from "./KernelContext.ts";

/**
 * Computes a product or a convolution with bias and activation: in its own pass what that can take along, in one after it what it
 * cannot.
 *
 * tfjs' own fused kernels stand on XNNPACK, which turns what is not a number into 0 or another bound, and gives zeros for some
 * strided convolutions.
 *
 * @returns `undefined` where tfjs does not know the activation either
 */
export function computeFused(
  context: KernelContext,
  work: Deferrable,
  finish: Finish,
): TensorInfo | undefined {
  const { bias, activation } = finish;
  if (!isFusedActivation(activation)) return undefined;
  const inPass = !bias || (bias.dtype === "float32" && util.sizeFromShape(bias.shape) === work.shape.at(-1));
  const code = fusedActivations[activation];
  if (inPass && code !== undefined) {
    const whole = { ...work, bias, activation: code };
    // A pooling may follow, which can be part of it.
    return work.poolable ? context.deferRecorded(whole) : context.compute(whole);
  }
  const linear = context.compute(inPass ? { ...work, bias } : work);
  return finishFused(context, linear, inPass ? { ...finish, bias: undefined } : finish);
}
