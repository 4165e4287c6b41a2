// The module is compiled twice: once with relaxed SIMD, whose fused multiply-add does in one instruction, rounded once,
// what plain SIMD does in two.

// @ts-ignore: decorator
@inline
export const FUSED: bool = ASC_FEATURE_RELAXED_SIMD;

/** a * b + c, lane by lane. */
// @ts-ignore: decorator
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (FUSED) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(c, f32x4.mul(a, b));
}
