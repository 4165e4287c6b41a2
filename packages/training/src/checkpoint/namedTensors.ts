import { type Optimizer, type Tensor, tensor } from "@tensorflow/tfjs-core";
import type { NamedArray } from "./NamedArray.ts";

/** A tensor under the name that it has in a checkpoint. */
export type NamedTensor = Awaited<ReturnType<Optimizer["getWeights"]>>[number];

/** Copies a tensor out of the backend. */
export async function arrayOf(named: NamedTensor): Promise<NamedArray> {
  const data = await named.tensor.data<"float32" | "int32">();
  return { name: named.name, shape: [...named.tensor.shape], data: data.slice() };
}

/** Makes a tensor again of what {@link arrayOf} copied; the caller disposes of it. */
export function tensorOf({ data, shape }: NamedArray): Tensor {
  return tensor(data.slice(), [...shape], data instanceof Int32Array ? "int32" : "float32");
}
