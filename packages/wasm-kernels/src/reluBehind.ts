import type { DataId, TensorInfo } from "@tensorflow/tfjs-core";
import type { Deferrable } from "./Deferrable.ts";
import type { KernelContext } from "./KernelContext.ts";

const gradients = new WeakMap<DataId, Deferrable>();

/** Notes that these values are the relu of a normalization that is never computed by itself. */
export function noteReluBehind({ dataId }: TensorInfo, { gradient, ...normalization }: Deferrable): void {
  if (gradient) gradients.set(dataId, { ...normalization, compute: gradient, activation: 1 });
}

/**
 * What the gradient of relu is computed by from the input of the normalization before it and, at last, dy.
 *
 * @returns nothing where there was no normalization, or where what it was computed from is no longer there
 */
export function reluGradientBehind(
  { backend }: KernelContext,
  { dataId }: TensorInfo,
): Deferrable | undefined {
  const work = gradients.get(dataId);
  return work?.inputs.every((input) => backend.dataIdMap.has(input.dataId)) ? work : undefined;
}
