import type { Tensor } from "@tensorflow/tfjs-core";

/** Reads what a step measured: the loss, then the metrics in their order. */
export function readMeasured(tensors: readonly Tensor[]): Promise<ArrayLike<number>[]> {
  return Promise.all(tensors.map((tensor) => tensor.data()));
}
