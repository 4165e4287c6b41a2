import { base64 } from "../base64.ts";
import type { StoredWeights } from "../engine/StoredModel.ts";
import { quantize } from "./quantize.ts";

/** How weights are stored: as they are, or in a byte each with a scale for each channel. */
export type WeightFormat = "float32" | "int8";

/** Values of a weight, row-major. */
export interface Weights {
  readonly data: Float32Array;
  readonly shape: readonly number[];
}

/**
 * Stores weights as base64. Kernels of two axes or more become bytes with `int8`; biases and scales are few, and stay as they are.
 */
export function encodeWeights({ data, shape }: Weights, format: WeightFormat): StoredWeights {
  if (format === "float32" || shape.length < 2) return { data: base64(data) };
  const { values, scales } = quantize(data, shape.at(-1) ?? 1);
  return { data: base64(values), scales: base64(scales) };
}
