/**
 * The order in which NumPy's legacy generator shuffles: `RandomState(seed).shuffle(arange(length))`.
 *
 * Keras splits by it, so who wants the same rows has to draw the same numbers.
 *
 * @param seed an integer from 0 to 2^32 - 1
 */
export function numpyPermutation(length: number, seed: number): Int32Array {
  const order = Int32Array.from({ length }, (_, i) => i);
  const next = mersenneTwister(seed);
  for (let i = length - 1; i > 0; i--) {
    const j = drawUpTo(i, next);
    const moved = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = moved;
  }
  return order;
}

/** NumPy masks to the next power of two and draws again when beyond `most`. */
function drawUpTo(most: number, next: () => number): number {
  const mask = 2 ** (32 - Math.clz32(most)) - 1;
  for (;;) {
    const drawn = next() & mask;
    if (drawn <= most) return drawn;
  }
}

/** MT19937 with the seeding of Knuth's generator: http://www.math.sci.hiroshima-u.ac.jp/m-mat/MT/emt.html */
function mersenneTwister(seed: number): () => number {
  const [size, middle] = [624, 397];
  const state = new Uint32Array(size);
  const at = (i: number): number => state[i % size] ?? 0;
  state[0] = seed;
  for (let i = 1; i < size; i++) {
    const last = at(i - 1);
    state[i] = Math.imul(1_812_433_253, last ^ (last >>> 30)) + i;
  }
  let i = 0;
  return () => {
    const mixed = (at(i) & 0x80000000) | (at(i + 1) & 0x7fffffff);
    let word = at(i + middle) ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
    state[i] = word;
    i = (i + 1) % size;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  };
}
