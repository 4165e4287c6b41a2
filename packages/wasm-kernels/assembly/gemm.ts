// The matrix product that most of the other kernels stand on: C = activation(op(A) op(B) + bias), row-major, where op
// is the identity or the transposition. Blocks of A and B are packed first, so that all four transpositions run the
// same inner loop (packedTile.ts).
import { finishTile, TILE_BYTES } from "./finishTile";
import { PRODUCT } from "./jobs";
import { packColumns, packRows } from "./pack";
import { MR, multiplyPacked, NR } from "./packedTile";
import { jobArguments, share, teamCapacity, teamSize } from "./team";
import { THIN, thinProduct } from "./thinProduct";

// A panel of B (KC x 8) and one of A (MR x KC) stay in the first-level cache, the block of A (MC x KC) in the second.
const KC: i32 = 512;
const MC: i32 = MR == 6 ? 132 : 128;
const NC: i32 = 512;

// So many multiplications are worth a task: below, waking the other threads costs more than they save.
const TASK_PRODUCTS: f64 = 500000;

// @ts-ignore: decorator
@inline
export function roundUp(value: i32, to: i32): i32 {
  return ((value + to - 1) / to) * to;
}

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

/** Bytes of scratch space that `gemm` needs for these sizes. */
export function gemmScratchBytes(m: i32, n: i32, k: i32): usize {
  return productScratchBytes(m, n, k) * (<usize>teamCapacity());
}

/** Bytes of a matrix [k, n] as `packProduct` writes it: the panels of all columns, for each block of the depth. */
export function productPackedBytes(n: i32, k: i32): usize {
  return (<usize>(roundUp(n, NR) * k)) << 2;
}

/** Writes op(B)[k, n] as `gemm` reads it, for as long as it stays what it is. */
export function packProduct(b: usize, ldb: i32, transposeB: bool, n: i32, k: i32, packed: usize): void {
  const depth = depthOfBlocks(k);
  for (let pc = 0; pc < k; pc += depth) {
    const kc = min(depth, k - pc);
    if (transposeB) packColumns(packed, at(b, 0, ldb, pc), ldb, n, kc, NR);
    else packRows(packed, at(b, pc, ldb, 0), ldb, n, kc, NR);
    packed += (<usize>(roundUp(n, NR) * kc)) << 2;
  }
}

@unmanaged
export class Product {
  a: usize; lda: i32; transposeA: bool;
  b: usize; ldb: i32; transposeB: bool; packedB: usize;
  c: usize; ldc: i32;
  m: i32; n: i32; k: i32;
  bias: usize; activation: i32;
  scratch: usize; scratchBytes: usize;
  /** Whether a task has a part of the columns of C, or of its rows; how many of them. */
  byColumns: bool; length: i32;
  /** Whether B is read where it lies: see thinProduct.ts. Decided for the whole, so that no row is summed in another order for being cut off. */
  thin: bool;

  /** A part of the columns of C, or of its rows. */
  run(job: i32, task: i32, thread: i32): void {
    const first = task * this.length;
    const scratch = this.scratch + (<usize>thread) * this.scratchBytes;
    if (this.thin) {
      thinProduct(
        this.a, this.lda, this.transposeA, at(this.b, 0, 0, first), this.ldb, at(this.c, 0, 0, first), this.ldc,
        this.m, min(this.length, this.n - first), this.k, this.bias ? at(this.bias, 0, 0, first) : 0, this.activation,
      );
    } else if (this.byColumns) {
      product(
        this.a, this.lda, this.transposeA,
        this.transposeB ? at(this.b, first, this.ldb, 0) : at(this.b, 0, this.ldb, first), this.ldb, this.transposeB,
        at(this.c, 0, this.ldc, first), this.ldc, this.m, min(this.length, this.n - first), this.k,
        false, this.bias ? at(this.bias, 0, 0, first) : 0, this.activation, scratch, this.packedB, this.n, first,
      );
    } else {
      product(
        this.transposeA ? at(this.a, 0, this.lda, first) : at(this.a, first, this.lda, 0), this.lda, this.transposeA,
        this.b, this.ldb, this.transposeB,
        at(this.c, first, this.ldc, 0), this.ldc, min(this.length, this.m - first), this.n, this.k,
        false, this.bias, this.activation, scratch, this.packedB, this.n, 0,
      );
    }
  }
}

/**
 * C[m, n] = activation(op(A)[m, k] op(B)[k, n] + bias[n]), by all threads.
 *
 * @param lda floats from one stored row of A to the next; likewise `ldb`, `ldc`
 * @param packedB what `packProduct` wrote of B, or 0
 * @param bias address of n floats, or 0
 * @param activation 0 none, 1 relu, 2 relu6
 * @param scratch address of `gemmScratchBytes(m, n, k)` bytes
 */
export function gemm(
  a: usize, lda: i32, transposeA: bool,
  b: usize, ldb: i32, transposeB: bool, packedB: usize,
  c: usize, ldc: i32,
  m: i32, n: i32, k: i32, bias: usize, activation: i32, scratch: usize,
): void {
  const size = teamSize();
  const thin = m <= THIN && !transposeB;
  const worth = <i32>min(64, (<f64>m) * (<f64>n) * (<f64>k) / TASK_PRODUCTS);
  if (size == 1 || worth < 2) {
    if (thin) thinProduct(a, lda, transposeA, b, ldb, c, ldc, m, n, k, bias, activation);
    else {
      product(
        a, lda, transposeA, b, ldb, transposeB, c, ldc, m, n, k, false, bias, activation, scratch, packedB, n, 0,
      );
    }
    return;
  }
  // Two tasks for each thread, so that one that was held up is helped out. Each packs all of the other operand: the
  // longer side is cut.
  const parts = min(worth, 2 * size);
  const job = changetype<Product>(jobArguments());
  job.a = a; job.lda = lda; job.transposeA = transposeA;
  job.b = b; job.ldb = ldb; job.transposeB = transposeB; job.packedB = packedB;
  job.c = c; job.ldc = ldc;
  job.m = m; job.n = n; job.k = k;
  job.bias = bias; job.activation = activation;
  job.scratch = scratch; job.scratchBytes = productScratchBytes(m, n, k);
  job.thin = thin;
  job.byColumns = thin || n >= m;
  const whole = job.byColumns ? n : m;
  job.length = roundUp((whole + parts - 1) / parts, job.byColumns ? NR : MR);
  share<Product>(PRODUCT, (whole + job.length - 1) / job.length);
}

/**
 * `gemm` by this thread alone, with `productScratchBytes(m, n, k)` bytes; `accumulate` adds to what C holds.
 *
 * @param whole columns of the matrix that was packed, of which B is those from `from` on, whole panels before them
 */
export function product(
  a: usize, lda: i32, transposeA: bool,
  b: usize, ldb: i32, transposeB: bool,
  c: usize, ldc: i32,
  m: i32, n: i32, k: i32,
  accumulate: bool, bias: usize, activation: i32, scratch: usize,
  packed: usize = 0, whole: i32 = 0, from: i32 = 0,
): void {
  const packedA = scratch;
  const block = packedA + bytesOfA(m, k);
  const tile = block + bytesOfB(n, k);
  const depth = depthOfBlocks(k);
  for (let jc = 0; jc < n; jc += NC) {
    const nc = min(NC, n - jc);
    for (let pc = 0; pc < k; pc += depth) {
      const kc = min(depth, k - pc);
      const last = pc + kc == k;
      let packedB = block;
      if (packed) packedB = at(packed, pc, roundUp(whole, NR), (from + jc) * kc);
      else if (transposeB) packColumns(block, at(b, jc, ldb, pc), ldb, nc, kc, NR);
      else packRows(block, at(b, pc, ldb, jc), ldb, nc, kc, NR);
      for (let ic = 0; ic < m; ic += MC) {
        const mc = min(MC, m - ic);
        if (transposeA) packRows(packedA, at(a, pc, lda, ic), lda, mc, kc, MR);
        else packColumns(packedA, at(a, ic, lda, pc), lda, mc, kc, MR);
        multiplyBlock(
          packedA, packedB, at(c, ic, ldc, jc), ldc, mc, nc, kc,
          accumulate || pc > 0, last && bias ? at(bias, 0, 0, jc) : 0, last ? activation : 0, tile,
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
  const step = (<usize>ldc) << 2;
  const plain = !accumulate && !bias && activation == 0;
  for (let j = 0; j < nc; j += NR) {
    const columns = min(NR, nc - j);
    const tileBias = bias ? bias + ((<usize>j) << 2) : 0;
    let pa = packedA;
    for (let i = 0; i < mc; i += MR) {
      const rows = min(MR, mc - i);
      const target = at(c, i, ldc, j);
      if (plain && rows == MR && columns == NR) {
        multiplyPacked(pa, packedB, kc, target, step);
      } else {
        multiplyPacked(pa, packedB, kc, tile, 32);
        finishTile(target, step, tile, rows, columns, accumulate, tileBias, activation);
      }
      pa += panelA;
    }
    packedB += panelB;
  }
}
