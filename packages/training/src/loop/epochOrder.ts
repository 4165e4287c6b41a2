import { seededRandom } from "../random/seededRandom.ts";
import { shuffledIndices } from "../random/shuffledIndices.ts";

/** The order in which an epoch takes the rows, from its number and the seed alone. */
export function epochOrder(rows: number, shuffle: boolean, seed: number, epoch: number): Uint32Array {
  if (shuffle) return shuffledIndices(rows, seededRandom(seed, "shuffle", epoch));
  return Uint32Array.from({ length: rows }, (_, row) => row);
}
