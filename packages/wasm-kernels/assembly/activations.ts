// Activations and their slopes, lane by lane. Codes up to 2 are also those of the matrix product (finishTile.ts).
import { exponential } from "./exponential";
import { multiplyAdd } from "./multiplyAdd";

export const NONE: i32 = 0;
export const RELU: i32 = 1;
const RELU6: i32 = 2;
const GELU: i32 = 3;
const GELU_NEW: i32 = 4;
const SWISH: i32 = 5;
const ELU: i32 = 6;
const LEAKY_RELU: i32 = 7;

/** The activation of z; `alpha` is the slope of leaky relu below zero. */
// @ts-ignore: decorator
@inline
export function activated(z: v128, code: i32, alpha: f32): v128 {
  if (code == NONE) return z;
  if (code == GELU) return f32x4.mul(z, normalCdf(z, normalFactor(z)));
  if (code == GELU_NEW) return f32x4.mul(z, sigmoid(geluNewArgument(z)));
  if (code == SWISH) return f32x4.mul(z, sigmoid(z));
  const zero = f32x4.splat(0);
  const below = f32x4.lt(z, zero);
  if (code == ELU) return v128.bitselect(f32x4.sub(exponential(z), f32x4.splat(1)), z, below);
  if (code == LEAKY_RELU) return v128.bitselect(f32x4.mul(z, f32x4.splat(alpha)), z, below);
  const positive = f32x4.pmax(z, zero);
  return code == RELU6 ? f32x4.pmin(positive, f32x4.splat(6)) : positive;
}

/** Its derivative at z; that of relu6 and ELU is taken elsewhere. */
// @ts-ignore: decorator
@inline
export function slopeOf(z: v128, code: i32, alpha: f32): v128 {
  if (code == GELU) {
    const factor = normalFactor(z);
    // 1 / sqrt(2 pi)
    return multiplyAdd(f32x4.mul(z, factor), f32x4.splat(0.3989422804014327), normalCdf(z, factor));
  }
  // As in tfjs, what is not a number stays that: a lane of ones is none.
  if (code == RELU) {
    return v128.or(v128.and(f32x4.gt(z, f32x4.splat(0)), f32x4.splat(1)), f32x4.ne(z, z));
  }
  if (code == LEAKY_RELU) {
    return v128.bitselect(f32x4.splat(1), f32x4.splat(alpha), f32x4.gt(z, f32x4.splat(0)));
  }
  if (code == GELU_NEW) {
    const s = sigmoid(geluNewArgument(z));
    // The derivative of the argument: 2 sqrt(2 / pi) (1 + 3 * 0.044715 z^2).
    const inner = multiplyAdd(f32x4.mul(z, z), f32x4.splat(0.21406370310720978), f32x4.splat(1.5957691216057308));
    return multiplyAdd(f32x4.mul(z, inner), f32x4.mul(s, f32x4.sub(f32x4.splat(1), s)), s);
  }
  const s = sigmoid(z);
  return multiplyAdd(z, f32x4.mul(s, f32x4.sub(f32x4.splat(1), s)), s);
}

/** The slope of ELU by its output. */
// @ts-ignore: decorator
@inline
export function eluSlope(y: v128): v128 {
  const one = f32x4.splat(1);
  return v128.bitselect(one, f32x4.add(y, one), f32x4.ge(y, f32x4.splat(0)));
}

// @ts-ignore: decorator
@inline
function sigmoid(z: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(z))));
}

// 2 sqrt(2 / pi) (z + 0.044715 z^3): its sigmoid is (1 + tanh) / 2 of half of it.
// @ts-ignore: decorator
@inline
function geluNewArgument(z: v128): v128 {
  const scale = multiplyAdd(f32x4.mul(z, z), f32x4.splat(0.07135456770240326), f32x4.splat(1.5957691216057308));
  return f32x4.mul(z, scale);
}

// e^(-z^2 / 2)
// @ts-ignore: decorator
@inline
function normalFactor(z: v128): v128 {
  return exponential(f32x4.mul(f32x4.mul(z, z), f32x4.splat(-0.5)));
}

// The normal distribution's cumulative function by Abramowitz and Stegun's 7.1.26 for erf, which tfjs takes too; within 1e-7.
// @ts-ignore: decorator
@inline
function normalCdf(z: v128, factor: v128): v128 {
  const one = f32x4.splat(1);
  // 0.3275911 / sqrt(2)
  const t = f32x4.div(one, multiplyAdd(f32x4.abs(z), f32x4.splat(0.23164188829320766), one));
  let series = multiplyAdd(t, f32x4.splat(0.5307027145), f32x4.splat(-0.7265760135));
  series = multiplyAdd(series, t, f32x4.splat(0.7107068705));
  series = multiplyAdd(series, t, f32x4.splat(-0.142248368));
  series = multiplyAdd(series, t, f32x4.splat(0.127414796));
  const tail = f32x4.mul(f32x4.mul(series, t), factor);
  return v128.bitselect(tail, f32x4.sub(one, tail), f32x4.lt(z, f32x4.splat(0)));
}
