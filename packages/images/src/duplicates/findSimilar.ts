import { hashDistance, type PerceptualHash, perceptualHash } from "./perceptualHash.ts";
import { UnionFind } from "./UnionFind.ts";

/** Hashes that differ in more bits are of different pictures: it is not looked further. */
const MAX_BITS = 12;
/** How much of a picture's own contrast (the standard deviation of its values) the difference to its copy may be. */
const MAX_SHARE = 0.12;
/** And never more than this, root mean square, of 255. */
const MAX_DIFFERENCE = 9;
/** Pictures of less contrast are all alike. */
const MIN_CONTRAST = 2;

/** What is compared of a picture. */
export interface Comparable {
  /** Its pixels in the frame of the dataset: one value each, or three. */
  readonly pixels: Uint8Array;
  readonly thumbnail: Uint8Array;
}

/**
 * Finds pictures that are nearly the same: saved anew, made smaller, brightened a little, one frame after the other.
 *
 * First by a perceptual hash of 64 bits, of which at most 12 may differ; then by their pixels, which may differ by 12 % of the
 * contrast of the picture, and by 9 of 255. Of the 10,000 test images of MNIST no two are that near.
 *
 * @returns groups of two and more, as places in `pictures`
 */
export function findSimilar(pictures: readonly Comparable[]): number[][] {
  const all = pictures.map(({ pixels, thumbnail }, at) => ({
    at,
    pixels,
    hash: perceptualHash(thumbnail),
    ...momentsOf(pixels),
  }));
  // Means lie no further apart than values do: whoever is sorted by them need look at few.
  const sorted = all
    .filter(({ contrast }) => contrast >= MIN_CONTRAST)
    .sort((a, b) => a.mean - b.mean || a.at - b.at);
  const groups = new UnionFind(pictures.length);
  for (const [place, one] of sorted.entries()) {
    const limit = Math.min(MAX_DIFFERENCE, MAX_SHARE * one.contrast);
    for (let next = place + 1; next < sorted.length; next++) {
      const other = sorted[next] as (typeof all)[number];
      if (other.mean - one.mean > limit) break;
      if (!near(one.hash, other.hash)) continue;
      const most = Math.min(limit, MAX_SHARE * other.contrast);
      if (meanSquare(one.pixels, other.pixels) <= most ** 2) groups.join(one.at, other.at);
    }
  }
  return groups.sets();
}

function near(a: PerceptualHash, b: PerceptualHash): boolean {
  return hashDistance(a, b) <= MAX_BITS;
}

function momentsOf(values: Uint8Array): { mean: number; contrast: number } {
  let [sum, squares] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return { mean, contrast: Math.sqrt(Math.max(0, squares / values.length - mean ** 2)) };
}

function meanSquare(a: Uint8Array, b: Uint8Array): number {
  if (a.length < b.length) return meanSquare(b, a);
  // Beside a picture in colour, the one value of a grey pixel counts three times.
  const times = a.length / b.length;
  let sum = 0;
  for (let at = 0; at < a.length; at++) {
    sum += ((a[at] as number) - (b[times === 1 ? at : Math.floor(at / times)] as number)) ** 2;
  }
  return sum / a.length;
}
