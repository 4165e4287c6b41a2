/**
 * A number from 0 to 1 that hangs on a picture's content and a seed alone: what is drawn for a picture does not change when
 * others come or go.
 *
 * @param sha256 of the picture's file, in hex
 * @param stream draws for different purposes are unrelated
 */
export function drawOf(sha256: string, seed: number, stream: number): number {
  let state = mix(seed >>> 0, stream);
  for (let at = 0; at < 32; at += 8) state = mix(state, Number.parseInt(sha256.slice(at, at + 8), 16));
  return mix(state, 0x9e3779b9) / 2 ** 32;
}

/** MurmurHash3's mixing of a word into a state, and its last step. */
function mix(state: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  let hash = state ^ k;
  hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
