import { maskState } from "./maskState.ts";

/**
 * Draws a dropout mask: 0 with probability `rate`, else what keeps the mean, `1 / (1 - rate)`.
 *
 * The generator is that of `seededRandom`, written out here so that nothing is called for each of some hundred thousand
 * numbers a step.
 *
 * @param size how many values
 * @param rate between 0 and 1, both excluded; counts to 1 / 65,536
 * @param seed the same seed gives the same mask
 */
export function randomMask(size: number, rate: number, seed: number): Float32Array<ArrayBuffer> {
  const mask = new Float32Array(size);
  // Looked up, because a branch that is taken at random costs more than the drawing.
  const values = Float32Array.of(1 / (1 - rate), 0);
  const threshold = Math.round(rate * 0x1_0000);
  let [a, b, c] = maskState(seed);
  let counter = 1;
  // Twelve more in front, which let similar seeds part. Sixteen of the 32 bits are enough for a value.
  for (let at = -24; at < size; at += 2) {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    if (at < 0) continue;
    mask[at] = values[((sum & 0xffff) - threshold) >>> 31] as number;
    mask[at + 1] = values[((sum >>> 16) - threshold) >>> 31] as number;
  }
  return mask;
}
