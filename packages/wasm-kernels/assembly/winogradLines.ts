// Winograd's minimal filtering F(4, 3) in one dimension: four outputs y = At [(G g) * (Bt d)] of six inputs d and three taps
// g take six multiplications, not twelve (Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks", 2015).
//
// It evaluates polynomials at five points and at infinity; which ones decides how it rounds (Barabasz et al., "Error Analysis
// and Improving the Accuracy of Winograd Convolution for Deep Neural Networks", 2018). At 0, a, -a, b, -b with a = 1/sqrt(2)
// and b = sqrt(2), whose powers stay nearest to one, it errs by a third of what it does at the usual 0, 1, -1, 2, -2.
//
//   Bt d: d0 - 5/2 d2 + d4                 G g: g0                           At m: m0 + m1 + m2 + m3 + m4
//         (d4 - 2 d2) +- a (d3 - 2 d1)          -2/3 (g0 +- a g1 + g2 / 2)         a (m1 - m2) + b (m3 - m4)
//         (d4 - d2 / 2) +- b (d3 - d1 / 2)       1/6 (g0 +- b g1 + 2 g2)           (m1 + m2) / 2 + 2 (m3 + m4)
//         d1 - 5/2 d3 + d5                       g2                                a / 2 (m1 - m2) + 2 b (m3 - m4) + m5
//
// The gradients are the adjoints: Bt turns into B, and so on. A function takes its values `step` bytes from one another
// from `from` on, four lanes each, and puts its results `toStep` bytes from one another.
import { multiplyAdd } from "./multiplyAdd";

const A: f32 = 0.70710678118654752;
const B: f32 = 1.4142135623730951;
const THIRD: f32 = 0.33333333333333333;

/** Bt d: six of six. */
// @ts-ignore: decorator
@inline
export function inputLine(from: usize, step: usize, to: usize, toStep: usize): void {
  const d0 = v128.load(from);
  const d1 = v128.load(from + step);
  const d2 = v128.load(from + 2 * step);
  const d3 = v128.load(from + 3 * step);
  const d4 = v128.load(from + 4 * step);
  const d5 = v128.load(from + 5 * step);
  v128.store(to, plus(-2.5, d2, f32x4.add(d0, d4)));
  storePair(plus(-2, d2, d4), plus(-2, d1, d3), A, to + toStep, toStep);
  storePair(plus(-0.5, d2, d4), plus(-0.5, d1, d3), B, to + 3 * toStep, toStep);
  v128.store(to + 5 * toStep, plus(-2.5, d3, f32x4.add(d1, d5)));
}

/** B m: six of six. `add` adds them to what lies there. */
// @ts-ignore: decorator
@inline
export function inputGradientLine(from: usize, step: usize, to: usize, toStep: usize, add: bool): void {
  const m0 = v128.load(from);
  const m1 = v128.load(from + step);
  const m2 = v128.load(from + 2 * step);
  const m3 = v128.load(from + 3 * step);
  const m4 = v128.load(from + 4 * step);
  const m5 = v128.load(from + 5 * step);
  const nearSum = f32x4.add(m1, m2);
  const nearDifference = f32x4.sub(m1, m2);
  const farSum = f32x4.add(m3, m4);
  const farDifference = f32x4.sub(m3, m4);
  put(to, m0, add);
  put(to + toStep, plus(-B, nearDifference, plus(-A, farDifference, m5)), add);
  put(to + 2 * toStep, plus(-2.5, m0, plus(-2, nearSum, f32x4.mul(f32x4.splat(-0.5), farSum))), add);
  put(to + 3 * toStep, plus(-2.5, m5, plus(A, nearDifference, f32x4.mul(f32x4.splat(B), farDifference))), add);
  put(to + 4 * toStep, f32x4.add(m0, f32x4.add(nearSum, farSum)), add);
  put(to + 5 * toStep, m5, add);
}

/** G g: six of three. */
// @ts-ignore: decorator
@inline
export function filterLine(from: usize, step: usize, to: usize, toStep: usize): void {
  const g0 = v128.load(from);
  const g1 = v128.load(from + step);
  const g2 = v128.load(from + 2 * step);
  const near = f32x4.splat(-2 * THIRD);
  const far = f32x4.splat(0.5 * THIRD);
  v128.store(to, g0);
  storePair(f32x4.mul(near, plus(0.5, g2, g0)), f32x4.mul(near, g1), A, to + toStep, toStep);
  storePair(f32x4.mul(far, plus(2, g2, g0)), f32x4.mul(far, g1), B, to + 3 * toStep, toStep);
  v128.store(to + 5 * toStep, g2);
}

/** Gt m: three of six. */
// @ts-ignore: decorator
@inline
export function filterGradientLine(from: usize, step: usize, to: usize, toStep: usize): void {
  const m1 = v128.load(from + step);
  const m2 = v128.load(from + 2 * step);
  const m3 = v128.load(from + 3 * step);
  const m4 = v128.load(from + 4 * step);
  const nearSum = f32x4.add(m1, m2);
  const farSum = f32x4.add(m3, m4);
  v128.store(to, plus(-2 * THIRD, nearSum, plus(0.5 * THIRD, farSum, v128.load(from))));
  const odd = f32x4.mul(f32x4.splat(B * THIRD * 0.5), f32x4.sub(m3, m4));
  v128.store(to + toStep, plus(-2 * A * THIRD, f32x4.sub(m1, m2), odd));
  v128.store(to + 2 * toStep, plus(THIRD, f32x4.sub(farSum, nearSum), v128.load(from + 5 * step)));
}

/** At m: four of six. */
// @ts-ignore: decorator
@inline
export function outputLine(from: usize, step: usize, to: usize, toStep: usize): void {
  const m1 = v128.load(from + step);
  const m2 = v128.load(from + 2 * step);
  const m3 = v128.load(from + 3 * step);
  const m4 = v128.load(from + 4 * step);
  const nearSum = f32x4.add(m1, m2);
  const nearDifference = f32x4.sub(m1, m2);
  const farSum = f32x4.add(m3, m4);
  const farDifference = f32x4.sub(m3, m4);
  v128.store(to, f32x4.add(v128.load(from), f32x4.add(nearSum, farSum)));
  v128.store(to + toStep, plus(A, nearDifference, f32x4.mul(f32x4.splat(B), farDifference)));
  v128.store(to + 2 * toStep, plus(0.5, nearSum, f32x4.add(farSum, farSum)));
  v128.store(
    to + 3 * toStep, plus(0.5 * A, nearDifference, plus(2 * B, farDifference, v128.load(from + 5 * step))),
  );
}

/** A dy: six of four. */
// @ts-ignore: decorator
@inline
export function outputGradientLine(from: usize, step: usize, to: usize, toStep: usize): void {
  const y0 = v128.load(from);
  const y1 = v128.load(from + step);
  const y2 = v128.load(from + 2 * step);
  const y3 = v128.load(from + 3 * step);
  v128.store(to, y0);
  storePair(plus(0.5, y2, y0), plus(0.5, y3, y1), A, to + toStep, toStep);
  storePair(plus(2, y2, y0), plus(2, y3, y1), B, to + 3 * toStep, toStep);
  v128.store(to + 5 * toStep, y3);
}

// The values of a polynomial at two opposite points, from its even and its odd part.
// @ts-ignore: decorator
@inline
function storePair(even: v128, odd: v128, point: f32, to: usize, toStep: usize): void {
  v128.store(to, plus(point, odd, even));
  v128.store(to + toStep, plus(-point, odd, even));
}

// factor * value + more
// @ts-ignore: decorator
@inline
function plus(factor: f32, value: v128, more: v128): v128 {
  return multiplyAdd(f32x4.splat(factor), value, more);
}

// @ts-ignore: decorator
@inline
function put(to: usize, value: v128, add: bool): void {
  v128.store(to, add ? f32x4.add(v128.load(to), value) : value);
}
