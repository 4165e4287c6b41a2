import type { TensorInfo } from "@tensorflow/tfjs-core";
import { Add, Elu, LeakyRelu, Prelu, Relu, Relu6, Sigmoid } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { runKernel } from "./runKernel.ts";

/** What a fused operation of tfjs adds to a product or a convolution. */
export interface Finish {
  readonly bias?: TensorInfo | undefined;
  readonly preluActivationWeights?: TensorInfo | undefined;
  readonly activation: string;
  readonly leakyreluAlpha?: number | undefined;
}

/** The kernels of the activations that fused operations know. */
const kernels: Readonly<Record<string, string>> = {
  relu: Relu,
  relu6: Relu6,
  elu: Elu,
  leakyrelu: LeakyRelu,
  prelu: Prelu,
  sigmoid: Sigmoid,
};

/** Whether an activation is one of those that fused operations take. */
export function isFusedActivation(activation: string): boolean {
  return activation === "linear" || activation in kernels;
}

/** Adds the bias to a result and applies the activation, in passes of their own; disposes of what it is given. */
export function finishFused(context: KernelContext, linear: TensorInfo, finish: Finish): TensorInfo {
  const { bias, activation, preluActivationWeights, leakyreluAlpha } = finish;
  const kernel = kernels[activation];
  const sum = bias ? runKernel(context, Add, { a: linear, b: bias }) : linear;
  if (bias) context.backend.disposeData(linear.dataId);
  if (!kernel) return sum;
  const inputs = activation === "prelu" ? { x: sum, alpha: preluActivationWeights } : { x: sum };
  const y = runKernel(context, kernel, inputs, { alpha: leakyreluAlpha ?? 0 });
  context.backend.disposeData(sum.dataId);
  return y;
}
