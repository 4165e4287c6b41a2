// The matrix product that most of the other kernels stand on: C = activation(op(A) op(B) + bias), row-major, by all threads.
import { PRODUCT } from "./jobs";
import { aheadBytes, Operands, TASK_PRODUCTS, TASKS, worthOf } from "./operands";
import { at, packRight, productPart, productScratchBytes, rightPackedBytes } from "./product";
import { jobArguments, share, teamCapacity, teamSize } from "./team";
import { isThin, thinProduct } from "./thinProduct";

// A thin product waits for memory: a thread that sleeps is not worth waking for a sample or two.
const THIN_TASK_PRODUCTS: f64 = 500000;
// Tasks of each thread that pack all of the other operand by themselves: two, so that one that was held up is helped out.
const PACKING_TASKS: i32 = 2;

/** Bytes of scratch space that `gemm` needs for these sizes. */
export function gemmScratchBytes(m: i32, n: i32, k: i32): usize {
  return sharedBytes(m, n, k) + productScratchBytes(m, n, k) * (<usize>teamCapacity());
}

// One thread packs as it goes.
function sharedBytes(m: i32, n: i32, k: i32): usize {
  return teamCapacity() == 1 ? 0 : aheadBytes(m, n, k);
}

/** Bytes of a matrix [k, n] as `packProduct` writes it. */
export function productPackedBytes(n: i32, k: i32): usize {
  return rightPackedBytes(n, k);
}

/** Writes op(B)[k, n] as `gemm` reads it, for as long as it stays what it is. */
export function packProduct(b: usize, ldb: i32, transposeB: bool, n: i32, k: i32, packed: usize): void {
  packRight(b, ldb, transposeB, n, k, 0, n, packed);
}

@unmanaged
export class Product extends Operands {
  c: usize; ldc: i32;
  bias: usize; activation: i32;
  scratch: usize; scratchBytes: usize;
  /** Whether B is read where it lies: see thinProduct.ts. Decided for the whole, so that no row is summed in another order for being cut off. */
  thin: bool;

  /** A part of the columns of C, or of its rows. */
  run(job: i32, task: i32, thread: i32): void {
    const first = this.partOf(task);
    const length = this.partOf(task + 1) - first;
    if (this.thin) {
      thinProduct(
        this.a, this.lda, this.transposeA, at(this.b, 0, 0, first), this.ldb, at(this.c, 0, 0, first), this.ldc,
        this.m, length, this.k, this.bias ? at(this.bias, 0, 0, first) : 0, this.activation,
      );
      return;
    }
    const byColumns = this.byColumns;
    productPart(
      this.a, this.lda, this.transposeA, this.packedA, this.b, this.ldb, this.transposeB, this.packedB,
      this.c, this.ldc, this.m, this.n, this.k,
      byColumns ? 0 : first, byColumns ? this.m : length, byColumns ? first : 0, byColumns ? length : this.n,
      false, this.bias, this.activation, this.scratch + (<usize>thread) * this.scratchBytes,
    );
  }
}

/**
 * C[m, n] = activation(op(A)[m, k] op(B)[k, n] + bias[n]).
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
  const thin = isThin(m, transposeB);
  const worth = worthOf(m, n, k, thin ? THIN_TASK_PRODUCTS : TASK_PRODUCTS);
  const ahead = sharedBytes(m, n, k);
  const own = scratch + ahead;
  if (size == 1 || worth < 2) {
    if (thin) thinProduct(a, lda, transposeA, b, ldb, c, ldc, m, n, k, bias, activation);
    else {
      productPart(
        a, lda, transposeA, 0, b, ldb, transposeB, packedB, c, ldc, m, n, k, 0, m, 0, n, false, bias, activation, own,
      );
    }
    return;
  }
  const job = changetype<Product>(jobArguments());
  job.set(a, lda, transposeA, b, ldb, transposeB, packedB, m, n, k);
  job.c = c; job.ldc = ldc;
  job.bias = bias; job.activation = activation;
  job.scratch = own; job.scratchBytes = productScratchBytes(m, n, k);
  job.thin = thin;
  if (thin) job.byColumns = true;
  const isPacked = thin || (packedB != 0 && !job.byColumns);
  if (ahead && !isPacked) job.packAhead(scratch);
  job.tasks = min(job.panels, min(worth, (ahead || isPacked ? TASKS : PACKING_TASKS) * size));
  share<Product>(PRODUCT, job.tasks);
}
