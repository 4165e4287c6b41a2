// The product of few rows by a matrix that lies as it is read: what a dense layer makes of a sample or two. To pack the matrix would
// cost more than to multiply by it once, so it is read where it lies, a run of memory after the other.
import { finishTile } from "./finishTile";
import { multiplyAdd } from "./multiplyAdd";
import { zeroRun } from "./vector";

// With more rows than these, a matrix is worth packing.
const THIN: i32 = 4;

// Rows of the matrix that are taken together: so many factors stay in registers.
const DEPTH: i32 = 8;
// Columns of which the sums and those rows stay in the first-level cache.
const WIDTH: i32 = 512;

/** Whether a product of m rows is better off here. */
export function isThin(m: i32, transposeB: bool): bool {
  return m <= THIN && !transposeB;
}

/** C[m, n] = activation(op(A)[m, k] B[k, n] + bias[n]), as `gemm`, by this thread alone and without scratch space. */
export function thinProduct(
  a: usize, lda: i32, transposeA: bool, b: usize, ldb: i32, c: usize, ldc: i32, m: i32, n: i32, k: i32,
  bias: usize, activation: i32,
): void {
  // From one row of op(A) to the next, and from one value of it to the next.
  const aRow: usize = transposeA ? 4 : (<usize>lda) << 2;
  const aStep: usize = transposeA ? (<usize>lda) << 2 : 4;
  const bRow = (<usize>ldb) << 2;
  const cRow = (<usize>ldc) << 2;
  for (let j = 0; j < n; j += WIDTH) {
    const width = min(WIDTH, n - j);
    const at = (<usize>j) << 2;
    for (let i = 0; i < m; i++) zeroRun(c + at + (<usize>i) * cRow, width);
    let rows = b + at;
    for (let p = 0; p < k; p += DEPTH) {
      const depth = min(DEPTH, k - p);
      let factors = a + (<usize>p) * aStep;
      let sums = c + at;
      for (let i = 0; i < m; i++) {
        if (depth == DEPTH) addEightRows(sums, rows, bRow, factors, aStep, width);
        else for (let q = 0; q < depth; q++) {
          addRow(sums, rows + (<usize>q) * bRow, factors + (<usize>q) * aStep, width);
        }
        factors += aRow;
        sums += cRow;
      }
      rows += bRow * DEPTH;
    }
    if (bias || activation) finishRuns(c + at, cRow, m, width, bias ? bias + at : 0, activation);
  }
}

// sums += eight rows, each times its factor, in order.
function addEightRows(sums: usize, row: usize, step: usize, factor: usize, aStep: usize, width: i32): void {
  const f0 = v128.load_splat<f32>(factor);
  const f1 = v128.load_splat<f32>(factor + aStep);
  const f2 = v128.load_splat<f32>(factor + 2 * aStep);
  const f3 = v128.load_splat<f32>(factor + 3 * aStep);
  const f4 = v128.load_splat<f32>(factor + 4 * aStep);
  const f5 = v128.load_splat<f32>(factor + 5 * aStep);
  const f6 = v128.load_splat<f32>(factor + 6 * aStep);
  const f7 = v128.load_splat<f32>(factor + 7 * aStep);
  const row1 = row + step;
  const row2 = row1 + step;
  const row3 = row2 + step;
  const row4 = row3 + step;
  const row5 = row4 + step;
  const row6 = row5 + step;
  const row7 = row6 + step;
  const whole = (<usize>(width & ~3)) << 2;
  const end = (<usize>width) << 2;
  let at: usize = 0;
  for (; at < whole; at += 16) {
    let sum = multiplyAdd(f0, v128.load(row + at), v128.load(sums + at));
    sum = multiplyAdd(f1, v128.load(row1 + at), sum);
    sum = multiplyAdd(f2, v128.load(row2 + at), sum);
    sum = multiplyAdd(f3, v128.load(row3 + at), sum);
    sum = multiplyAdd(f4, v128.load(row4 + at), sum);
    sum = multiplyAdd(f5, v128.load(row5 + at), sum);
    sum = multiplyAdd(f6, v128.load(row6 + at), sum);
    sum = multiplyAdd(f7, v128.load(row7 + at), sum);
    v128.store(sums + at, sum);
  }
  // In a lane of its own each, so that they are rounded as the others are.
  for (; at < end; at += 4) {
    let sum = multiplyAdd(f0, v128.load_zero<f32>(row + at), v128.load_zero<f32>(sums + at));
    sum = multiplyAdd(f1, v128.load_zero<f32>(row1 + at), sum);
    sum = multiplyAdd(f2, v128.load_zero<f32>(row2 + at), sum);
    sum = multiplyAdd(f3, v128.load_zero<f32>(row3 + at), sum);
    sum = multiplyAdd(f4, v128.load_zero<f32>(row4 + at), sum);
    sum = multiplyAdd(f5, v128.load_zero<f32>(row5 + at), sum);
    sum = multiplyAdd(f6, v128.load_zero<f32>(row6 + at), sum);
    sum = multiplyAdd(f7, v128.load_zero<f32>(row7 + at), sum);
    store<f32>(sums + at, f32x4.extract_lane(sum, 0));
  }
}

function addRow(sums: usize, row: usize, factor: usize, width: i32): void {
  const f = v128.load_splat<f32>(factor);
  const whole = (<usize>(width & ~3)) << 2;
  const end = (<usize>width) << 2;
  let at: usize = 0;
  for (; at < whole; at += 16) v128.store(sums + at, multiplyAdd(f, v128.load(row + at), v128.load(sums + at)));
  for (; at < end; at += 4) {
    const sum = multiplyAdd(f, v128.load_zero<f32>(row + at), v128.load_zero<f32>(sums + at));
    store<f32>(sums + at, f32x4.extract_lane(sum, 0));
  }
}

// Bias and activation, eight columns at a time.
function finishRuns(c: usize, step: usize, m: i32, width: i32, bias: usize, activation: i32): void {
  for (let j = 0; j < width; j += 8) {
    const at = (<usize>j) << 2;
    for (let i = 0; i < m; i++) {
      const to = c + at + (<usize>i) * step;
      finishTile(to, step, to, step, 1, min(8, width - j), false, bias ? bias + at : 0, activation);
    }
  }
}
