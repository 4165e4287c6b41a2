/** Draws from [0, 1) and the two shapes that jitter needs. */
export interface RandomStream {
  /** Uniform in [0, 1), a multiple of 2^-32. */
  readonly uniform: () => number;
  /** Bell-shaped around 0 with standard deviation 1, never beyond 3.47. */
  readonly bell: () => number;
  /** A whole number in [0, n). */
  readonly below: (n: number) => number;
}

/**
 * Starts the random stream that belongs to three whole numbers, of which each counts with its low 32 bits.
 *
 * The generator is Chris Doty-Humphrey's sfc32: integer arithmetic only, so that every engine draws the same numbers,
 * with 128 bits of state, so that streams whose three numbers differ have nothing to do with each other.
 */
export function randomStream(seed: number, stream: number, index: number): RandomStream {
  let a = seed | 0;
  let b = stream | 0;
  let c = index | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const uniform = (): number => next() / 4294967296;
  // Neighbouring seeds look alike until the state has been stirred.
  for (let round = 0; round < 15; round++) next();
  return {
    uniform,
    // Four uniforms make a bell without logarithm or cosine, whose last bit is up to the engine.
    bell: () => (uniform() + uniform() + uniform() + uniform() - 2) * 1.7320508075688772,
    below: (n) => Math.floor(uniform() * n),
  };
}
