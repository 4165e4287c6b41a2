import type { NdArray } from "@minibatch/datasets";

/** The values of a weight or of a part of the optimizer's state. */
export interface NamedArray extends NdArray<Float32Array | Int32Array> {
  readonly name: string;
}
