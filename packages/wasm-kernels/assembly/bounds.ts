// Activations of the matrix product as bounds: without a branch, two vectors side by side stay one (pairs.ts). Codes are 0 none, 1 relu, 2 relu6.

/** What an activation makes of all that is less. */
// @ts-ignore: decorator
@inline
export function lowest(activation: i32): v128 {
  return f32x4.splat(activation == 0 ? f32.NEGATIVE_INFINITY : 0);
}

/** What an activation makes of all that is more. */
// @ts-ignore: decorator
@inline
export function highest(activation: i32): v128 {
  return f32x4.splat(activation == 2 ? 6 : f32.POSITIVE_INFINITY);
}

// @ts-ignore: decorator
@inline
export function within(value: v128, low: v128, high: v128): v128 {
  // pmax and pmin keep the first of two values unless the second is larger or smaller: what is not a number stays so.
  return f32x4.pmin(f32x4.pmax(value, low), high);
}
