/**
 * Derives an independent seed from a seed and a path, so that each consumer of randomness has a stream of its own.
 *
 * The mixing is FNV-1a over the path followed by the 32-bit finalizer of MurmurHash3, both public domain.
 *
 * @param seed any safe integer
 * @param path names or numbers that tell the consumers apart
 * @returns an integer from 1 to 2^31 - 1; never 0, which the normal initializers of tfjs take for "no seed"
 * @example
 * deriveSeed(1, "dense1", "kernel"); // always the same, and unrelated to deriveSeed(1, "dense2", "kernel")
 */
export function deriveSeed(seed: number, ...path: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of [seed, ...path].join("/")) {
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = (hash ^ (hash >>> 16)) & 0x7fffffff;
  return hash === 0 ? 1 : hash;
}
