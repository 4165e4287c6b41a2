/** Weights in a byte each. */
export interface QuantizedWeights {
  readonly values: Int8Array<ArrayBuffer>;
  /** What the values of a channel are multiplied by. */
  readonly scales: Float32Array<ArrayBuffer>;
}

/**
 * Brings weights into bytes from -127 to 127, evenly around 0, with a scale for each place of the last axis: the largest weight of a channel
 * becomes 127. The error of a weight is at most half a scale.
 *
 * @param channels the length of the last axis
 * @example
 * quantize(Float32Array.of(0.5, -1), 2).values; // Int8Array [127, -127]
 */
export function quantize(weights: Float32Array, channels: number): QuantizedWeights {
  const scales = new Float32Array(channels);
  for (const [at, weight] of weights.entries()) {
    scales[at % channels] = Math.max(scales[at % channels] as number, Math.abs(weight) / 127);
  }
  const values = new Int8Array(weights.length);
  for (const [at, weight] of weights.entries()) {
    const scale = scales[at % channels] as number;
    values[at] = scale === 0 ? 0 : Math.round(weight / scale);
  }
  return { values, scales };
}
