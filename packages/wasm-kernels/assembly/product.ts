// The matrix product of one thread: C = activation(op(A) op(B) + bias), row-major, where op is the identity or the transposition.
// All four transpositions run the same inner loop (loops.ts), of B from blocks that are packed first, and of A too where it is transposed.
import { finishTile, TILE_BYTES } from "./finishTile";
import { multiplyTile } from "./loops";
import { packColumns, packRows } from "./pack";
import { MR, NR } from "./productTile";
import { roundUp } from "./roundUp";

// A panel of B (KC x NR) and one of A (MR x KC) stay in the first-level cache, the block of A (MC x KC) in the second.
const KC: i32 = 512;
const MC: i32 = MR == 6 ? 132 : 128;
const NC: i32 = 512;

// Blocks of equal depth: 576 as 288 + 288 is faster than 512 + 64.
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

/** Bytes of scratch space for one thread. */
export function productScratchBytes(m: i32, n: i32, k: i32): usize {
  return bytesOfA(m, k) + bytesOfB(n, k) + TILE_BYTES;
}

/** Bytes of a matrix [m, k] as `packLeft` writes it: the panels of all rows, for each block of the depth. */
export function leftPackedBytes(m: i32, k: i32): usize {
  return (<usize>(roundUp(m, MR) * k)) << 2;
}

/** Bytes of a matrix [k, n] as `packRight` writes it: the panels of all columns, for each block of the depth. */
export function rightPackedBytes(n: i32, k: i32): usize {
  return (<usize>(roundUp(n, NR) * k)) << 2;
}

/** Writes `rows` of op(A)[m, k] as `product` reads it, from a first one at which a panel begins. */
export function packLeft(a: usize, lda: i32, transposeA: bool, m: i32, k: i32, first: i32, rows: i32, packed: usize): void {
  const depth = depthOfBlocks(k);
  for (let pc = 0; pc < k; pc += depth) {
    const kc = min(depth, k - pc);
    packLeftBlock(at(packed, pc, roundUp(m, MR), first * kc), a, lda, transposeA, first, rows, pc, kc);
  }
}

/** Writes `columns` of op(B)[k, n] as `product` reads it, from a first one at which a panel begins. */
export function packRight(b: usize, ldb: i32, transposeB: bool, n: i32, k: i32, first: i32, columns: i32, packed: usize): void {
  const depth = depthOfBlocks(k);
  for (let pc = 0; pc < k; pc += depth) {
    const kc = min(depth, k - pc);
    packRightBlock(at(packed, pc, roundUp(n, NR), first * kc), b, ldb, transposeB, first, columns, pc, kc);
  }
}

// @ts-ignore: decorator
@inline
function packLeftBlock(
  packed: usize, a: usize, lda: i32, transposeA: bool, row: i32, rows: i32, depth: i32, count: i32,
): void {
  if (transposeA) packRows(packed, at(a, depth, lda, row), lda, rows, count, MR);
  else packColumns(packed, at(a, row, lda, depth), lda, rows, count, MR);
}

// @ts-ignore: decorator
@inline
function packRightBlock(
  packed: usize, b: usize, ldb: i32, transposeB: bool, column: i32, columns: i32, depth: i32, count: i32,
): void {
  if (transposeB) packColumns(packed, at(b, column, ldb, depth), ldb, columns, count, NR);
  else packRows(packed, at(b, depth, ldb, column), ldb, columns, count, NR);
}

/**
 * C[m, n] = activation(op(A)[m, k] op(B)[k, n] + bias[n]), with `productScratchBytes(m, n, k)` bytes.
 *
 * @param lda floats from one stored row of A to the next; likewise `ldb`, `ldc`
 * @param accumulate adds to what C holds
 * @param bias address of n floats, or 0
 * @param activation 0 none, 1 relu, 2 relu6
 */
export function product(
  a: usize, lda: i32, transposeA: bool, b: usize, ldb: i32, transposeB: bool, c: usize, ldc: i32, m: i32, n: i32, k: i32,
  accumulate: bool, bias: usize, activation: i32, scratch: usize,
): void {
  productPart(
    a, lda, transposeA, 0, b, ldb, transposeB, 0, c, ldc, m, n, k, 0, m, 0, n, accumulate, bias, activation, scratch,
  );
}

/**
 * Some rows and columns of `product`; the first ones begin a panel.
 *
 * @param packedA what `packLeft` wrote of A, or 0; `packedB` likewise
 * @param scratch address of `productScratchBytes(rows, columns, k)` bytes
 */
export function productPart(
  a: usize, lda: i32, transposeA: bool, packedA: usize, b: usize, ldb: i32, transposeB: bool, packedB: usize,
  c: usize, ldc: i32, m: i32, n: i32, k: i32, row: i32, rows: i32, column: i32, columns: i32,
  accumulate: bool, bias: usize, activation: i32, scratch: usize,
): void {
  const ownB = scratch + bytesOfA(rows, k);
  const tile = ownB + bytesOfB(columns, k);
  const depth = depthOfBlocks(k);
  const endOfRows = row + rows;
  const endOfColumns = column + columns;
  for (let jc = column; jc < endOfColumns; jc += NC) {
    const nc = min(NC, endOfColumns - jc);
    for (let pc = 0; pc < k; pc += depth) {
      const kc = min(depth, k - pc);
      const last = pc + kc == k;
      let blockB = ownB;
      if (packedB) blockB = at(packedB, pc, roundUp(n, NR), jc * kc);
      else packRightBlock(ownB, b, ldb, transposeB, jc, nc, pc, kc);
      for (let ic = row; ic < endOfRows; ic += MC) {
        const mc = min(MC, endOfRows - ic);
        const target = at(c, ic, ldc, jc);
        const adds = accumulate || pc > 0;
        const blockBias = last && bias ? at(bias, 0, 0, jc) : 0;
        const blockActivation = last ? activation : 0;
        if (isReadInPlace(m, transposeA)) {
          multiplyInPlace(at(a, ic, lda, pc), lda, blockB, target, ldc, mc, nc, kc, adds, blockBias, blockActivation, tile);
          continue;
        }
        let blockA = scratch;
        if (packedA) blockA = at(packedA, pc, roundUp(m, MR), ic * kc);
        else packLeftBlock(scratch, a, lda, transposeA, ic, mc, pc, kc);
        multiplyBlock(blockA, blockB, target, ldc, mc, nc, kc, adds, blockBias, blockActivation, tile);
      }
    }
  }
}

// @ts-ignore: decorator
@inline
export function at(base: usize, row: i32, ld: i32, column: i32): usize {
  return base + (((<usize>row) * (<usize>ld) + (<usize>column)) << 2);
}

/**
 * C[mc, nc] = activation(A B + bias) for packed panels of A (`MR` rows) and B (`NR` columns) of depth `kc`.
 *
 * @param accumulate adds to what C holds
 * @param tile space for TILE_BYTES
 */
export function multiplyBlock(
  packedA: usize, packedB: usize, c: usize, ldc: i32, mc: i32, nc: i32, kc: i32,
  accumulate: bool, bias: usize, activation: i32, tile: usize,
): void {
  const panelA = (<usize>(MR * kc)) << 2;
  const panelB = (<usize>(NR * kc)) << 2;
  multiplyPanels(
    packedA, panelA, 4, MR << 2, packedB, panelB, NR << 2, c, ldc, mc, nc, kc, accumulate, bias, activation, tile,
  );
}

/** Whether A is read where it lies: packing it would take longer than that saves. */
// @ts-ignore: decorator
@inline
export function isReadInPlace(m: i32, transposeA: bool): bool {
  return !transposeA && m >= MR;
}

/** As `multiplyBlock`, with A[mc, kc] where it lies. There are MR rows of it at least, some of them before it if it has fewer. */
function multiplyInPlace(
  a: usize, lda: i32, packedB: usize, c: usize, ldc: i32, mc: i32, nc: i32, kc: i32,
  accumulate: bool, bias: usize, activation: i32, tile: usize,
): void {
  const row = (<usize>lda) << 2;
  const panel = (<usize>(NR * kc)) << 2;
  const whole = mc - mc % MR;
  if (whole) {
    multiplyPanels(
      a, <usize>MR * row, row, 4, packedB, panel, NR << 2, c, ldc, whole, nc, kc, accumulate, bias, activation, tile,
    );
  }
  if (whole == mc) return;
  // The last rows with those before them, whose sums are left alone.
  const rows = mc - whole;
  const before = <usize>(MR - rows);
  a += (<usize>whole - before) * row;
  for (let j = 0; j < nc; j += NR) {
    multiplyTile(a, row, 4, packedB, NR << 2, kc, tile, NR << 2);
    finishTile(
      at(c, whole, ldc, j), (<usize>ldc) << 2, tile + before * (NR << 2), NR << 2, rows, min(NR, nc - j), accumulate,
      bias ? at(bias, 0, 0, j) : 0, activation,
    );
    packedB += panel;
  }
}

/**
 * C[m, n] = A[m, k] B, where A lies as it is read and B is packed. A has to stay in the cache, and there have to be MR rows more behind it, of
 * whatever values.
 *
 * @param lda floats from one row of A to the next; likewise `ldc`
 * @param tile space for TILE_BYTES
 */
export function multiplyRows(
  a: usize, lda: i32, packedB: usize, c: usize, ldc: i32, m: i32, n: i32, k: i32, tile: usize,
): void {
  const row = (<usize>lda) << 2;
  multiplyPanels(
    a, <usize>MR * row, row, 4, packedB, (<usize>(NR * k)) << 2, NR << 2, c, ldc, m, n, k, false, 0, 0, tile,
  );
}

/**
 * C[m, n] = At B[k, n], where both lie as they are read, A in k rows. Both have to stay in the cache, and there has to be a panel more behind them, of
 * whatever values.
 *
 * @param lda floats from one stored row of A to the next; likewise `ldb`, `ldc`
 * @param accumulate adds to what C holds
 * @param tile space for TILE_BYTES
 */
export function multiplyTransposed(
  a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32, m: i32, n: i32, k: i32, accumulate: bool, tile: usize,
): void {
  multiplyPanels(
    a, MR << 2, 4, (<usize>lda) << 2, b, NR << 2, (<usize>ldb) << 2, c, ldc, m, n, k, accumulate, 0, 0, tile,
  );
}

// Panels of A lie `panelA` bytes apart, their rows `rowA`, and what is multiplied one after the other `stepA`; likewise those of B.
function multiplyPanels(
  a: usize, panelA: usize, rowA: usize, stepA: usize, b: usize, panelB: usize, stepB: usize, c: usize, ldc: i32, mc: i32,
  nc: i32, kc: i32, accumulate: bool, bias: usize, activation: i32, tile: usize,
): void {
  const step = (<usize>ldc) << 2;
  const plain = !accumulate && !bias && activation == 0;
  for (let j = 0; j < nc; j += NR) {
    const columns = min(NR, nc - j);
    const tileBias = bias ? bias + ((<usize>j) << 2) : 0;
    let pa = a;
    for (let i = 0; i < mc; i += MR) {
      const rows = min(MR, mc - i);
      const target = at(c, i, ldc, j);
      if (plain && rows == MR && columns == NR) {
        multiplyTile(pa, rowA, stepA, b, stepB, kc, target, step);
      } else {
        multiplyTile(pa, rowA, stepA, b, stepB, kc, tile, NR << 2);
        finishTile(target, step, tile, NR << 2, rows, columns, accumulate, tileBias, activation);
      }
      pa += panelA;
    }
    b += panelB;
  }
}
