import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";

/** Takes the values of a float32 tensor that are below one bound or above another for the bound; `undefined` for other types. */
export function clip(
  context: KernelContext,
  x: TensorInfo,
  low: number,
  high: number,
): TensorInfo | undefined {
  if (x.dtype !== "float32") return undefined;
  const y = context.output(x.shape);
  const size = util.sizeFromShape(x.shape);
  context.wasm.clip(context.address(x, size), context.address(y, size), size, low, high);
  return y;
}
