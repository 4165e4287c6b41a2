// Two vectors that lie side by side, in the build of the wide loops; in the others the first of them alone, and nothing is made of the
// second. V8 makes one of two stores side by side with no other access to memory between them, and of what they store where both
// are computed in the same way.
import { PAIRED } from "./width";

/** Bytes of a vector, or of two. */
// @ts-ignore: decorator
@inline
export const STRIDE: usize = PAIRED ? 32 : 16;

/** The second vector at an address. */
// @ts-ignore: decorator
@inline
export function second(at: usize): v128 {
  return PAIRED ? v128.load(at, 16) : f32x4.splat(0);
}

// @ts-ignore: decorator
@inline
export function storePair(at: usize, first: v128, second: v128): void {
  v128.store(at, first);
  if (PAIRED) v128.store(at, second, 16);
}
