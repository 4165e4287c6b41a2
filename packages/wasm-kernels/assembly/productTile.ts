// The inner loop of the matrix product: a tile of sums in registers, over panels that are packed, or lie in the cache.
import { FUSED, multiplyAdd } from "./multiplyAdd";
import { WIDE } from "./width";

/**
 * Rows of a tile: as many as sixteen registers hold with a fused multiply-add (twelve sums, two values of B, one of A).
 * Without one the products need room too, and four rows are faster.
 */
export const MR: i32 = FUSED ? 6 : 4;
/** Columns of a tile; with twice as wide vectors, twice as many. */
export const NR: i32 = WIDE ? 16 : 8;

/** `multiplyTile` of loops.ts, of eight columns. */
// @ts-ignore: decorator
@inline
export function multiplyEightColumns(
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, depth: i32, dst: usize, step: usize,
): void {
  // Nothing but the loop in these functions: with bias and activation beside it, or no more than an addition to dst, V8 spills
  // registers inside the loop, and up to half of the speed is gone.
  if (FUSED) sixRows(a, aRow, aStep, b, bStep, depth, dst, step);
  else fourRows(a, aRow, aStep, b, bStep, depth, dst, step);
}

function fourRows(
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, depth: i32, dst: usize, step: usize,
): void {
  let c00 = f32x4.splat(0), c01 = c00;
  let c10 = c00, c11 = c00;
  let c20 = c00, c21 = c00;
  let c30 = c00, c31 = c00;
  const aRow2 = 2 * aRow;
  const aRow3 = 3 * aRow;
  const end = a + (<usize>depth) * aStep;
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let row = v128.load_splat<f32>(a);
    c00 = multiplyAdd(row, b0, c00);
    c01 = multiplyAdd(row, b1, c01);
    row = v128.load_splat<f32>(a + aRow);
    c10 = multiplyAdd(row, b0, c10);
    c11 = multiplyAdd(row, b1, c11);
    row = v128.load_splat<f32>(a + aRow2);
    c20 = multiplyAdd(row, b0, c20);
    c21 = multiplyAdd(row, b1, c21);
    row = v128.load_splat<f32>(a + aRow3);
    c30 = multiplyAdd(row, b0, c30);
    c31 = multiplyAdd(row, b1, c31);
    a += aStep;
    b += bStep;
  }
  v128.store(dst, c00);
  v128.store(dst, c01, 16);
  dst += step;
  v128.store(dst, c10);
  v128.store(dst, c11, 16);
  dst += step;
  v128.store(dst, c20);
  v128.store(dst, c21, 16);
  dst += step;
  v128.store(dst, c30);
  v128.store(dst, c31, 16);
}

function sixRows(
  a: usize, aRow: usize, aStep: usize, b: usize, bStep: usize, depth: i32, dst: usize, step: usize,
): void {
  let c00 = f32x4.splat(0), c01 = c00;
  let c10 = c00, c11 = c00;
  let c20 = c00, c21 = c00;
  let c30 = c00, c31 = c00;
  let c40 = c00, c41 = c00;
  let c50 = c00, c51 = c00;
  const aRow2 = 2 * aRow;
  const end = a + (<usize>depth) * aStep;
  while (a < end) {
    const below = a + aRow2 + aRow;
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let row = v128.load_splat<f32>(a);
    c00 = multiplyAdd(row, b0, c00);
    c01 = multiplyAdd(row, b1, c01);
    row = v128.load_splat<f32>(a + aRow);
    c10 = multiplyAdd(row, b0, c10);
    c11 = multiplyAdd(row, b1, c11);
    row = v128.load_splat<f32>(a + aRow2);
    c20 = multiplyAdd(row, b0, c20);
    c21 = multiplyAdd(row, b1, c21);
    row = v128.load_splat<f32>(below);
    c30 = multiplyAdd(row, b0, c30);
    c31 = multiplyAdd(row, b1, c31);
    row = v128.load_splat<f32>(below + aRow);
    c40 = multiplyAdd(row, b0, c40);
    c41 = multiplyAdd(row, b1, c41);
    row = v128.load_splat<f32>(below + aRow2);
    c50 = multiplyAdd(row, b0, c50);
    c51 = multiplyAdd(row, b1, c51);
    a += aStep;
    b += bStep;
  }
  v128.store(dst, c00);
  v128.store(dst, c01, 16);
  dst += step;
  v128.store(dst, c10);
  v128.store(dst, c11, 16);
  dst += step;
  v128.store(dst, c20);
  v128.store(dst, c21, 16);
  dst += step;
  v128.store(dst, c30);
  v128.store(dst, c31, 16);
  dst += step;
  v128.store(dst, c40);
  v128.store(dst, c41, 16);
  dst += step;
  v128.store(dst, c50);
  v128.store(dst, c51, 16);
}
