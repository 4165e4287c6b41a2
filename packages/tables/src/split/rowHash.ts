/**
 * Hashes a text to 53 bits: two FNV-1a streams (public domain) of 32 bits each, finished as MurmurHash3 finishes.
 *
 * @param seed gives another order of the same texts
 */
export function rowHash(text: string, seed: number): number {
  let [high, low] = [0x811c9dc5 ^ seed, 0x9747b28c ^ Math.imul(seed, 0x9e3779b1)];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code ^ (high >>> 15), 0x01000193);
  }
  return (finish(high) & 0x1fffff) * 0x1_0000_0000 + finish(low);
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
