// Contiguous runs of floats, four at a time.
import { multiplyAdd } from "./multiplyAdd";

// @ts-ignore: decorator
@inline
export function zeroRun(dst: usize, count: i32): void {
  memory.fill(dst, 0, (<usize>count) << 2);
}

// @ts-ignore: decorator
@inline
export function copyRun(dst: usize, src: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) v128.store(dst + ((<usize>i) << 2), v128.load(src + ((<usize>i) << 2)));
  for (; i < count; i++) store<f32>(dst + ((<usize>i) << 2), load<f32>(src + ((<usize>i) << 2)));
}

// @ts-ignore: decorator
@inline
export function addRun(dst: usize, src: usize, count: i32): void {
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const d = dst + ((<usize>i) << 2);
    v128.store(d, f32x4.add(v128.load(d), v128.load(src + ((<usize>i) << 2))));
  }
  for (; i < count; i++) {
    const d = dst + ((<usize>i) << 2);
    store<f32>(d, load<f32>(d) + load<f32>(src + ((<usize>i) << 2)));
  }
}

/** dst += factor * src */
export function addScaledRun(dst: usize, src: usize, factor: f32, count: i32): void {
  const factors = f32x4.splat(factor);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    const d = dst + ((<usize>i) << 2);
    v128.store(d, f32x4.add(v128.load(d), f32x4.mul(factors, v128.load(src + ((<usize>i) << 2)))));
  }
  for (; i < count; i++) {
    const d = dst + ((<usize>i) << 2);
    store<f32>(d, load<f32>(d) + factor * load<f32>(src + ((<usize>i) << 2)));
  }
}

/** The sum of a * b. */
export function dotRun(a: usize, b: usize, count: i32): f32 {
  let sum: f32 = 0;
  for (const end = a + ((<usize>count) << 2); a < end; a += 4) {
    sum += load<f32>(a) * load<f32>(b);
    b += 4;
  }
  return sum;
}

/** Whether all values are finite. */
export function isFiniteRun(src: usize, count: i32): bool {
  let spoiled = f32x4.splat(0);
  const end = src + ((<usize>count) << 2);
  for (; src + 16 <= end; src += 16) spoiled = spoil(spoiled, v128.load(src));
  for (; src < end; src += 4) spoiled = spoil(spoiled, v128.load_zero<f32>(src));
  return !isSpoiled(spoiled);
}

/** Keeps note of values that are not finite: a sum of zeros for as long as there is none. */
// @ts-ignore: decorator
@inline
export function spoil(spoiled: v128, value: v128): v128 {
  return multiplyAdd(value, f32x4.splat(0), spoiled);
}

// @ts-ignore: decorator
@inline
export function isSpoiled(spoiled: v128): bool {
  return v128.any_true(f32x4.ne(spoiled, spoiled));
}
