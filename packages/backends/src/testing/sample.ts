import * as tf from "@tensorflow/tfjs-core";

/**
 * Numbers between -1 and 1 that are the same on every machine, and in `test/reference/conformance.py`: an integer hash
 * of the index, exact in float32 and free of Math.sin, whose last bit differs between engines.
 */
export function sampleValues(count: number, seed: number): Float32Array {
  const values = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    let bits = (Math.imul(index + 1, 0x9e3779b1) + Math.imul(seed + 1, 0x85ebca77)) >>> 0;
    bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d) >>> 0;
    bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39) >>> 0;
    values[index] = ((bits ^ (bits >>> 15)) >>> 8) / 2 ** 23 - 1;
  }
  return values;
}

/** {@link sampleValues} as a float32 tensor on the running backend. */
export function sample<Rank extends tf.Rank = tf.Rank>(
  shape: tf.ShapeMap[Rank],
  seed: number,
): tf.Tensor<Rank> {
  return tf.tensor<Rank>(sampleValues(tf.util.sizeFromShape(shape), seed), shape);
}
