import { THUMBNAIL } from "../develop/develop.ts";

/** How many of the lowest frequencies of each axis count. */
const FREQUENCIES = 8;

/** 64 bits, in two unsigned numbers. */
export type PerceptualHash = readonly [low: number, high: number];

/**
 * A number of 64 bits that changes little when a picture does: which of its lowest 64 frequencies, mean brightness apart, are
 * stronger than half of them.
 *
 * @param thumbnail 16x16 bytes of grey
 */
export function perceptualHash(thumbnail: Uint8Array): PerceptualHash {
  const strengths = lowFrequencies(thumbnail);
  const sorted = strengths.slice(1).sort();
  const median = sorted[Math.floor(sorted.length / 2)] as number;
  const bits: [number, number] = [0, 0];
  for (let at = 1; at < strengths.length; at++) {
    const half = at < 32 ? 0 : 1;
    if ((strengths[at] as number) > median) bits[half] = (bits[half] | (1 << (at % 32))) >>> 0;
  }
  return bits;
}

/** In how many bits two hashes differ. */
export function hashDistance(a: PerceptualHash, b: PerceptualHash): number {
  return onesIn(a[0] ^ b[0]) + onesIn(a[1] ^ b[1]);
}

function onesIn(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return (((count + (count >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The discrete cosine transform (DCT-II), as far as it is needed. */
function lowFrequencies(thumbnail: Uint8Array): Float64Array {
  const rows = new Float64Array(THUMBNAIL * FREQUENCIES);
  const result = new Float64Array(FREQUENCIES * FREQUENCIES);
  for (let y = 0; y < THUMBNAIL; y++) {
    for (let u = 0; u < FREQUENCIES; u++) {
      let sum = 0;
      for (let x = 0; x < THUMBNAIL; x++) sum += (thumbnail[y * THUMBNAIL + x] as number) * wave(u, x);
      rows[y * FREQUENCIES + u] = sum;
    }
  }
  for (let v = 0; v < FREQUENCIES; v++) {
    for (let u = 0; u < FREQUENCIES; u++) {
      let sum = 0;
      for (let y = 0; y < THUMBNAIL; y++) sum += (rows[y * FREQUENCIES + u] as number) * wave(v, y);
      result[v * FREQUENCIES + u] = sum;
    }
  }
  return result;
}

const waves = /* @__PURE__ */ Float64Array.from({ length: FREQUENCIES * THUMBNAIL }, (_, at) =>
  Math.cos((Math.PI / THUMBNAIL) * Math.floor(at / THUMBNAIL) * ((at % THUMBNAIL) + 0.5)),
);

function wave(frequency: number, place: number): number {
  return waves[frequency * THUMBNAIL + place] as number;
}
