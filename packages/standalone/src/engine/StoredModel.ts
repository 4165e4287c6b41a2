import type { Network } from "./Network.ts";

/** A network with its weights, as JSON. */
export interface StoredModel {
  /** The layout of this object. */
  readonly format: 1;
  readonly network: Network;
  readonly weights: readonly StoredWeights[];
}

/** The values of one weight. */
export interface StoredWeights {
  /** `float32` or `int8`, little-endian, as base64. */
  readonly data: string;
  /** What `int8` values are multiplied by, one for each place of the last axis: `float32` as base64. Without it the data are `float32`. */
  readonly scales?: string;
}
