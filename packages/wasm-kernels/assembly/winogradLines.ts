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
// from `from` on, a pair of vectors each (pairs.ts), and puts its results `toStep` bytes from one another.
import { multiplyAdd } from "./multiplyAdd";
import { second, storePair } from "./pairs";

const A: f32 = 0.70710678118654752;
const B: f32 = 1.4142135623730951;
const THIRD: f32 = 0.33333333333333333;

/** Bt d: six of six. */
// @ts-ignore: decorator
@inline
export function inputLine(from: usize, step: usize, to: usize, toStep: usize): void {
  const d0 = v128.load(from), e0 = second(from);
  from += step;
  const d1 = v128.load(from), e1 = second(from);
  from += step;
  const d2 = v128.load(from), e2 = second(from);
  from += step;
  const d3 = v128.load(from), e3 = second(from);
  from += step;
  const d4 = v128.load(from), e4 = second(from);
  from += step;
  const d5 = v128.load(from), e5 = second(from);
  storePair(to, outer(d0, d2, d4), outer(e0, e2, e4));
  to += toStep;
  storeOpposite(plus(-2, d2, d4), plus(-2, d1, d3), plus(-2, e2, e4), plus(-2, e1, e3), A, to, toStep);
  to += 2 * toStep;
  storeOpposite(plus(-0.5, d2, d4), plus(-0.5, d1, d3), plus(-0.5, e2, e4), plus(-0.5, e1, e3), B, to, toStep);
  to += 2 * toStep;
  storePair(to, outer(d1, d3, d5), outer(e1, e3, e5));
}

// @ts-ignore: decorator
@inline
function outer(first: v128, middle: v128, last: v128): v128 {
  return plus(-2.5, middle, f32x4.add(first, last));
}

/** B m: six of six. `add` adds them to what lies there. */
// @ts-ignore: decorator
@inline
export function inputGradientLine(from: usize, step: usize, to: usize, toStep: usize, add: bool): void {
  const m0 = v128.load(from), n0 = second(from);
  from += step;
  const m1 = v128.load(from), n1 = second(from);
  from += step;
  const m2 = v128.load(from), n2 = second(from);
  from += step;
  const m3 = v128.load(from), n3 = second(from);
  from += step;
  const m4 = v128.load(from), n4 = second(from);
  from += step;
  const m5 = v128.load(from), n5 = second(from);
  put(to, m0, n0, add);
  to += toStep;
  put(to, inputGradient1(m1, m2, m3, m4, m5), inputGradient1(n1, n2, n3, n4, n5), add);
  to += toStep;
  put(to, inputGradient2(m0, m1, m2, m3, m4), inputGradient2(n0, n1, n2, n3, n4), add);
  to += toStep;
  put(to, inputGradient3(m1, m2, m3, m4, m5), inputGradient3(n1, n2, n3, n4, n5), add);
  to += toStep;
  put(to, sumOfFive(m0, m1, m2, m3, m4), sumOfFive(n0, n1, n2, n3, n4), add);
  to += toStep;
  put(to, m5, n5, add);
}

// @ts-ignore: decorator
@inline
function inputGradient1(m1: v128, m2: v128, m3: v128, m4: v128, m5: v128): v128 {
  return plus(-B, f32x4.sub(m1, m2), plus(-A, f32x4.sub(m3, m4), m5));
}

// @ts-ignore: decorator
@inline
function inputGradient2(m0: v128, m1: v128, m2: v128, m3: v128, m4: v128): v128 {
  return plus(-2.5, m0, plus(-2, f32x4.add(m1, m2), f32x4.mul(f32x4.splat(-0.5), f32x4.add(m3, m4))));
}

// @ts-ignore: decorator
@inline
function inputGradient3(m1: v128, m2: v128, m3: v128, m4: v128, m5: v128): v128 {
  return plus(-2.5, m5, plus(A, f32x4.sub(m1, m2), f32x4.mul(f32x4.splat(B), f32x4.sub(m3, m4))));
}

/** G g: six of three. */
// @ts-ignore: decorator
@inline
export function filterLine(from: usize, step: usize, to: usize, toStep: usize): void {
  const g0 = v128.load(from), h0 = second(from);
  from += step;
  const g1 = v128.load(from), h1 = second(from);
  from += step;
  const g2 = v128.load(from), h2 = second(from);
  const near = f32x4.splat(-2 * THIRD);
  const far = f32x4.splat(0.5 * THIRD);
  storePair(to, g0, h0);
  to += toStep;
  storeOpposite(
    f32x4.mul(near, plus(0.5, g2, g0)), f32x4.mul(near, g1), f32x4.mul(near, plus(0.5, h2, h0)), f32x4.mul(near, h1),
    A, to, toStep,
  );
  to += 2 * toStep;
  storeOpposite(
    f32x4.mul(far, plus(2, g2, g0)), f32x4.mul(far, g1), f32x4.mul(far, plus(2, h2, h0)), f32x4.mul(far, h1),
    B, to, toStep,
  );
  to += 2 * toStep;
  storePair(to, g2, h2);
}

/** Gt m: three of six. */
// @ts-ignore: decorator
@inline
export function filterGradientLine(from: usize, step: usize, to: usize, toStep: usize): void {
  const m0 = v128.load(from), n0 = second(from);
  from += step;
  const m1 = v128.load(from), n1 = second(from);
  from += step;
  const m2 = v128.load(from), n2 = second(from);
  from += step;
  const m3 = v128.load(from), n3 = second(from);
  from += step;
  const m4 = v128.load(from), n4 = second(from);
  from += step;
  const m5 = v128.load(from), n5 = second(from);
  storePair(to, filterGradient0(m0, m1, m2, m3, m4), filterGradient0(n0, n1, n2, n3, n4));
  to += toStep;
  storePair(to, filterGradient1(m1, m2, m3, m4), filterGradient1(n1, n2, n3, n4));
  to += toStep;
  storePair(to, filterGradient2(m1, m2, m3, m4, m5), filterGradient2(n1, n2, n3, n4, n5));
}

// @ts-ignore: decorator
@inline
function filterGradient0(m0: v128, m1: v128, m2: v128, m3: v128, m4: v128): v128 {
  return plus(-2 * THIRD, f32x4.add(m1, m2), plus(0.5 * THIRD, f32x4.add(m3, m4), m0));
}

// @ts-ignore: decorator
@inline
function filterGradient1(m1: v128, m2: v128, m3: v128, m4: v128): v128 {
  return plus(-2 * A * THIRD, f32x4.sub(m1, m2), f32x4.mul(f32x4.splat(B * THIRD * 0.5), f32x4.sub(m3, m4)));
}

// @ts-ignore: decorator
@inline
function filterGradient2(m1: v128, m2: v128, m3: v128, m4: v128, m5: v128): v128 {
  return plus(THIRD, f32x4.sub(f32x4.add(m3, m4), f32x4.add(m1, m2)), m5);
}

/** At m: four of six. */
// @ts-ignore: decorator
@inline
export function outputLine(from: usize, step: usize, to: usize, toStep: usize): void {
  const m0 = v128.load(from), n0 = second(from);
  from += step;
  const m1 = v128.load(from), n1 = second(from);
  from += step;
  const m2 = v128.load(from), n2 = second(from);
  from += step;
  const m3 = v128.load(from), n3 = second(from);
  from += step;
  const m4 = v128.load(from), n4 = second(from);
  from += step;
  const m5 = v128.load(from), n5 = second(from);
  storePair(to, sumOfFive(m0, m1, m2, m3, m4), sumOfFive(n0, n1, n2, n3, n4));
  to += toStep;
  storePair(to, output1(m1, m2, m3, m4), output1(n1, n2, n3, n4));
  to += toStep;
  storePair(to, output2(m1, m2, m3, m4), output2(n1, n2, n3, n4));
  to += toStep;
  storePair(to, output3(m1, m2, m3, m4, m5), output3(n1, n2, n3, n4, n5));
}

// @ts-ignore: decorator
@inline
function output1(m1: v128, m2: v128, m3: v128, m4: v128): v128 {
  return plus(A, f32x4.sub(m1, m2), f32x4.mul(f32x4.splat(B), f32x4.sub(m3, m4)));
}

// @ts-ignore: decorator
@inline
function output2(m1: v128, m2: v128, m3: v128, m4: v128): v128 {
  const farSum = f32x4.add(m3, m4);
  return plus(0.5, f32x4.add(m1, m2), f32x4.add(farSum, farSum));
}

// @ts-ignore: decorator
@inline
function output3(m1: v128, m2: v128, m3: v128, m4: v128, m5: v128): v128 {
  return plus(0.5 * A, f32x4.sub(m1, m2), plus(2 * B, f32x4.sub(m3, m4), m5));
}

/** A dy: six of four. */
// @ts-ignore: decorator
@inline
export function outputGradientLine(from: usize, step: usize, to: usize, toStep: usize): void {
  const y0 = v128.load(from), z0 = second(from);
  from += step;
  const y1 = v128.load(from), z1 = second(from);
  from += step;
  const y2 = v128.load(from), z2 = second(from);
  from += step;
  const y3 = v128.load(from), z3 = second(from);
  storePair(to, y0, z0);
  to += toStep;
  storeOpposite(plus(0.5, y2, y0), plus(0.5, y3, y1), plus(0.5, z2, z0), plus(0.5, z3, z1), A, to, toStep);
  to += 2 * toStep;
  storeOpposite(plus(2, y2, y0), plus(2, y3, y1), plus(2, z2, z0), plus(2, z3, z1), B, to, toStep);
  to += 2 * toStep;
  storePair(to, y3, z3);
}

// The values of a polynomial at two opposite points, from its even and its odd part; of a pair of polynomials.
// @ts-ignore: decorator
@inline
function storeOpposite(
  even: v128, odd: v128, secondEven: v128, secondOdd: v128, point: f32, to: usize, toStep: usize,
): void {
  storePair(to, plus(point, odd, even), plus(point, secondOdd, secondEven));
  storePair(to + toStep, plus(-point, odd, even), plus(-point, secondOdd, secondEven));
}

// @ts-ignore: decorator
@inline
function sumOfFive(m0: v128, m1: v128, m2: v128, m3: v128, m4: v128): v128 {
  return f32x4.add(m0, f32x4.add(f32x4.add(m1, m2), f32x4.add(m3, m4)));
}

// factor * value + more
// @ts-ignore: decorator
@inline
function plus(factor: f32, value: v128, more: v128): v128 {
  return multiplyAdd(f32x4.splat(factor), value, more);
}

// @ts-ignore: decorator
@inline
function put(to: usize, value: v128, other: v128, add: bool): void {
  if (!add) storePair(to, value, other);
  else {
    const there = v128.load(to);
    const otherThere = second(to);
    storePair(to, f32x4.add(there, value), f32x4.add(otherThere, other));
  }
}
