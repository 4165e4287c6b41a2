import { multiplyAdd } from "./multiplyAdd";

// Beyond these, the result has no normal number.
const LOWEST: f32 = -87.33654;
const HIGHEST: f32 = 89;

/** e^x, lane by lane, to about 1e-7 of the result; 0 and infinity where that is too small or too large. */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  // x = n log 2 + r, with log 2 in two parts so that r is exact; pmin and pmax keep what is not a number.
  const inside = f32x4.pmin(f32x4.pmax(x, f32x4.splat(LOWEST)), f32x4.splat(HIGHEST));
  const n = f32x4.nearest(f32x4.mul(inside, f32x4.splat(1.4426950408889634)));
  const near = multiplyAdd(n, f32x4.splat(-0.693359375), inside);
  const r = multiplyAdd(n, f32x4.splat(0.00021219444005469057), near);
  // Taylor's series: r is at most 0.35.
  let series = multiplyAdd(f32x4.splat(1.0 / 5040), r, f32x4.splat(1.0 / 720));
  series = multiplyAdd(series, r, f32x4.splat(1.0 / 120));
  series = multiplyAdd(series, r, f32x4.splat(1.0 / 24));
  series = multiplyAdd(series, r, f32x4.splat(1.0 / 6));
  series = multiplyAdd(series, r, f32x4.splat(0.5));
  series = multiplyAdd(series, r, f32x4.splat(1));
  series = multiplyAdd(series, r, f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return v128.andnot(f32x4.mul(series, power), f32x4.lt(x, f32x4.splat(LOWEST)));
}
