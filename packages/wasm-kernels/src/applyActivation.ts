import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";

/** Applies an activation to a float32 tensor, in the pass of the batch normalization or the sum before it if there is one. */
export function applyActivation(
  context: KernelContext,
  x: TensorInfo,
  activation: number,
  alpha: number = 0,
): TensorInfo {
  const before = context.deferred("normalization", x) ?? context.deferred("sum", x);
  if (before) return context.compute({ ...before, activation, alpha });
  context.settle(x);
  const y = context.output(x.shape);
  const size = util.sizeFromShape(x.shape);
  context.wasm.activate(context.address(x, size), context.address(y, size), size, activation, alpha);
  return y;
}
