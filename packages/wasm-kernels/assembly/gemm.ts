// The matrix product that most of the other kernels stand on: C = activation(op(A) op(B) + bias), row-major, where op
// is the identity or the transposition. Blocks of A and B are packed first, so that all four transpositions run the
// same inner loop: a 4 x 8 block of C in eight registers.
import { packColumns, packRows } from "./pack";

const MR: i32 = 4;
const NR: i32 = 8;
// A panel of B (KC x 8) stays in the first-level cache, the block of A (MC x KC) in the second.
const KC: i32 = 256;
const MC: i32 = 128;
const NC: i32 = 1024;

const TILE_BYTES: usize = (<usize>(MR * NR)) << 2;

// @ts-ignore: decorator
@inline
function roundUp(value: i32, to: i32): i32 {
  return ((value + to - 1) / to) * to;
}

// Blocks of equal depth: 288 as 144 + 144 is faster than 256 + 32.
// @ts-ignore: decorator
@inline
function depthOfBlocks(k: i32): i32 {
  const blocks = max(1, (k + KC - 1) / KC);
  return min(KC, roundUp((k + blocks - 1) / blocks, 4));
}

// @ts-ignore: decorator
@inline
function bytesOfA(m: i32, k: i32): usize {
  return (<usize>(min(roundUp(m, MR), MC) * min(k, KC))) << 2;
}

// @ts-ignore: decorator
@inline
function bytesOfB(n: i32, k: i32): usize {
  return (<usize>(min(roundUp(n, NR), NC) * min(k, KC))) << 2;
}

/** Bytes of scratch space that `gemm` needs for these sizes. */
export function gemmScratchBytes(m: i32, n: i32, k: i32): usize {
  return bytesOfA(m, k) + bytesOfB(n, k) + TILE_BYTES + ((<usize>roundUp(n, NR)) << 2);
}

/**
 * C[m, n] = activation(op(A)[m, k] op(B)[k, n] + bias[n]).
 *
 * @param lda floats from one stored row of A to the next; likewise `ldb`, `ldc`
 * @param accumulate add the product to what C holds
 * @param bias address of n floats, or 0
 * @param activation 0 none, 1 relu, 2 relu6
 * @param scratch address of `gemmScratchBytes(m, n, k)` bytes
 */
export function gemm(
  a: usize, lda: i32, transposeA: bool,
  b: usize, ldb: i32, transposeB: bool,
  c: usize, ldc: i32,
  m: i32, n: i32, k: i32,
  accumulate: bool, bias: usize, activation: i32, scratch: usize,
): void {
  const packedA = scratch;
  const packedB = packedA + bytesOfA(m, k);
  const tile = packedB + bytesOfB(n, k);
  const paddedBias = tile + TILE_BYTES;
  if (bias) {
    // Tiles at the right edge read eight values.
    const padded = roundUp(n, NR);
    for (let j = 0; j < padded; j++) {
      store<f32>(paddedBias + ((<usize>j) << 2), j < n ? load<f32>(bias + ((<usize>j) << 2)) : <f32>0);
    }
  }
  const depth = depthOfBlocks(k);
  for (let jc = 0; jc < n; jc += NC) {
    const nc = min(NC, n - jc);
    for (let pc = 0; pc < k; pc += depth) {
      const kc = min(depth, k - pc);
      const last = pc + kc == k;
      if (transposeB) packColumns(packedB, at(b, jc, ldb, pc), ldb, nc, kc, NR);
      else packRows(packedB, at(b, pc, ldb, jc), ldb, nc, kc, NR);
      for (let ic = 0; ic < m; ic += MC) {
        const mc = min(MC, m - ic);
        if (transposeA) packRows(packedA, at(a, pc, lda, ic), lda, mc, kc, MR);
        else packColumns(packedA, at(a, ic, lda, pc), lda, mc, kc, MR);
        multiplyBlock(
          packedA, packedB, at(c, ic, ldc, jc), ldc, mc, nc, kc,
          accumulate || pc > 0,
          last && bias ? paddedBias + ((<usize>jc) << 2) : 0,
          last ? activation : 0,
          tile,
        );
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function at(base: usize, row: i32, ld: i32, column: i32): usize {
  return base + (((<usize>row) * (<usize>ld) + (<usize>column)) << 2);
}

function multiplyBlock(
  packedA: usize, packedB: usize, c: usize, ldc: i32, mc: i32, nc: i32, kc: i32,
  accumulate: bool, bias: usize, activation: i32, tile: usize,
): void {
  const panelA = (<usize>(MR * kc)) << 2;
  const panelB = (<usize>(NR * kc)) << 2;
  const step = (<usize>ldc) << 2;
  for (let j = 0; j < nc; j += NR) {
    const columns = min(NR, nc - j);
    const tileBias = bias ? bias + ((<usize>j) << 2) : 0;
    let pa = packedA;
    for (let i = 0; i < mc; i += MR) {
      const rows = min(MR, mc - i);
      const target = at(c, i, ldc, j);
      if (rows == MR && columns == NR) {
        multiplyTile(pa, packedB, kc, target, step, accumulate, tileBias, activation);
      } else {
        // The edge of C: a whole tile beside it, of which the part inside is copied.
        if (accumulate) copyPart(tile, (<usize>NR) << 2, target, step, rows, columns);
        multiplyTile(pa, packedB, kc, tile, (<usize>NR) << 2, accumulate, tileBias, activation);
        copyPart(target, step, tile, (<usize>NR) << 2, rows, columns);
      }
      pa += panelA;
    }
    packedB += panelB;
  }
}

function copyPart(dst: usize, dstStep: usize, src: usize, srcStep: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      store<f32>(dst + ((<usize>j) << 2), load<f32>(src + ((<usize>j) << 2)));
    }
    dst += dstStep;
    src += srcStep;
  }
}

// @ts-ignore: decorator
@inline
function activate(value: v128, activation: i32): v128 {
  if (activation == 0) return value;
  const positive = f32x4.max(value, f32x4.splat(0));
  return activation == 1 ? positive : f32x4.min(positive, f32x4.splat(6));
}

function multiplyTile(
  a: usize, b: usize, depth: i32, c: usize, step: usize, accumulate: bool, bias: usize, activation: i32,
): void {
  let c00 = f32x4.splat(0), c01 = c00, c10 = c00, c11 = c00;
  let c20 = c00, c21 = c00, c30 = c00, c31 = c00;
  const end = a + ((<usize>depth) << 4);
  while (a < end) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let row = v128.load_splat<f32>(a);
    c00 = f32x4.add(c00, f32x4.mul(row, b0));
    c01 = f32x4.add(c01, f32x4.mul(row, b1));
    row = v128.load_splat<f32>(a, 4);
    c10 = f32x4.add(c10, f32x4.mul(row, b0));
    c11 = f32x4.add(c11, f32x4.mul(row, b1));
    row = v128.load_splat<f32>(a, 8);
    c20 = f32x4.add(c20, f32x4.mul(row, b0));
    c21 = f32x4.add(c21, f32x4.mul(row, b1));
    row = v128.load_splat<f32>(a, 12);
    c30 = f32x4.add(c30, f32x4.mul(row, b0));
    c31 = f32x4.add(c31, f32x4.mul(row, b1));
    a += 16;
    b += 32;
  }
  const row1 = c + step;
  const row2 = row1 + step;
  const row3 = row2 + step;
  if (accumulate) {
    c00 = f32x4.add(c00, v128.load(c));
    c01 = f32x4.add(c01, v128.load(c, 16));
    c10 = f32x4.add(c10, v128.load(row1));
    c11 = f32x4.add(c11, v128.load(row1, 16));
    c20 = f32x4.add(c20, v128.load(row2));
    c21 = f32x4.add(c21, v128.load(row2, 16));
    c30 = f32x4.add(c30, v128.load(row3));
    c31 = f32x4.add(c31, v128.load(row3, 16));
  }
  if (bias) {
    const bias0 = v128.load(bias);
    const bias1 = v128.load(bias, 16);
    c00 = f32x4.add(c00, bias0);
    c01 = f32x4.add(c01, bias1);
    c10 = f32x4.add(c10, bias0);
    c11 = f32x4.add(c11, bias1);
    c20 = f32x4.add(c20, bias0);
    c21 = f32x4.add(c21, bias1);
    c30 = f32x4.add(c30, bias0);
    c31 = f32x4.add(c31, bias1);
  }
  v128.store(c, activate(c00, activation));
  v128.store(c, activate(c01, activation), 16);
  v128.store(row1, activate(c10, activation));
  v128.store(row1, activate(c11, activation), 16);
  v128.store(row2, activate(c20, activation));
  v128.store(row2, activate(c21, activation), 16);
  v128.store(row3, activate(c30, activation));
  v128.store(row3, activate(c31, activation), 16);
}
