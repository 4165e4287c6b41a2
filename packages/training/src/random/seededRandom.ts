import { deriveSeed } from "@minibatch/models";

/**
 * Makes a generator of uniform random numbers in [0, 1) with 32 random bits each: sfc32, by Chris Doty-Humphrey
 * (PractRand), which is in the public domain. The same seed gives the same numbers on every machine.
 *
 * @param seed any safe integer
 * @param path names or numbers that give this consumer a stream of its own
 * @example
 * const random = seededRandom(1, "shuffle");
 * random(); // a number in [0, 1)
 */
export function seededRandom(seed: number, ...path: readonly (string | number)[]): () => number {
  let a = deriveSeed(seed, ...path, "a");
  let b = deriveSeed(seed, ...path, "b");
  let c = deriveSeed(seed, ...path, "c");
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  // The generator's author lets it run before use, so that similar seeds part.
  for (let round = 0; round < 12; round += 1) next();
  return next;
}
