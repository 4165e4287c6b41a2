import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import type { OutputGradient } from "./KernelExports.ts";

/** What the gradient of values that were pooled is made of. */
export interface PooledGradient {
  readonly addresses: OutputGradient;
  /** How many values the pooling gave. */
  readonly size: number;
  /** The shape of the gradient of the values that were pooled. */
  readonly shape: readonly number[];
}

/**
 * What a gradient is made of that was put off, where it is that of a max pooling over windows of 2x2 that touch: a value for each window,
 * and the place where it goes. All others are zero. Sums need not go through those, and what reads an image at a time can take it apart on
 * the way: written to memory, the gradient would be four times as large.
 */
export function pooledGradient(context: KernelContext, gradient: TensorInfo): PooledGradient | undefined {
  const work = context.deferredData(gradient)?.work;
  if (!work?.byPlaces) return undefined;
  const [places = 0, pooled = 0, dy = 0] = context.addressesOf(work);
  return {
    addresses: [dy, places, work.activation ? pooled : 0],
    size: util.sizeFromShape([...(work.inputs.at(-1)?.shape ?? [])]),
    shape: work.shape,
  };
}
