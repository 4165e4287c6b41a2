import { deriveSeed } from "@minibatch/models";

/** What begins the generator of a mask. */
export function maskState(seed: number): [a: number, b: number, c: number] {
  return [deriveSeed(seed, "a"), deriveSeed(seed, "b"), deriveSeed(seed, "c")];
}
