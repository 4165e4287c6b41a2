// A gradient that is a product, on its way to the step that moves a variable by it: each part of it is used while it lies in the cache. Written
// to memory and read from there again, it would cost as much as the step.
import { GRADIENT_PRODUCT } from "./jobs";
import { aheadBytes, Operands, TASK_PRODUCTS, TASKS, worthOf } from "./operands";
import { MR, NR } from "./productTile";
import { at, productPart, productScratchBytes } from "./product";
import { roundUp } from "./roundUp";
import { Step } from "./step";
import { jobArguments, moreArguments, share, teamCapacity, teamSize } from "./team";
import { isThin } from "./thinProduct";

// So many bytes of a gradient stay in the second-level cache, with what they are computed from.
const PART_BYTES: usize = 1 << 17;

@unmanaged
export class GradientProduct extends Operands {
  scratch: usize; scratchBytes: usize; partBytes: usize;
  /** What moves. */
  step: usize;

  /** A part of the columns of the gradient, or of its rows. */
  run(job: i32, task: i32, thread: i32): void {
    const first = this.partOf(task);
    const length = this.partOf(task + 1) - first;
    const byColumns = this.byColumns;
    const row = byColumns ? 0 : first;
    const rows = byColumns ? this.m : length;
    const column = byColumns ? first : 0;
    const columns = byColumns ? length : this.n;
    const scratch = this.scratch + (<usize>thread) * this.scratchBytes;
    const part = scratch + this.scratchBytes - this.partBytes;
    // As if the gradient began before the part, and were as wide.
    productPart(
      this.a, this.lda, this.transposeA, this.packedA, this.b, this.ldb, this.transposeB, this.packedB,
      part - at(0, row, columns, column), columns, this.m, this.n, this.k, row, rows, column, columns, false, 0, 0, scratch,
    );
    changetype<Step>(this.step).move(row * this.n + column, this.n, rows, columns, part, columns << 2);
  }
}

/** Bytes of scratch space that `gradientProduct` needs for these sizes; 0 where it is of no use. */
export function gradientScratchBytes(m: i32, n: i32, k: i32, transposeB: bool): usize {
  const ahead = aheadBytes(m, n, k);
  // Products of a few rows are summed in another order.
  if (!ahead || isThin(m, transposeB)) return 0;
  return ahead + (productScratchBytes(m, n, k) + partBytes(m, n)) * (<usize>teamCapacity());
}

// Bytes of the largest part, of as few as there may be.
function partBytes(m: i32, n: i32): usize {
  const panel = n >= m ? NR : MR;
  const panels = roundUp(max(m, n), panel) / panel;
  const parts = min(panels, leastParts(m, n));
  return (<usize>((panels + parts - 1) / parts * panel * min(m, n))) << 2;
}

function leastParts(m: i32, n: i32): i32 {
  return max(1, <i32>(((<usize>m) * (<usize>n) << 2) / PART_BYTES));
}

/**
 * Says of which product op(A)[m, k] op(B)[k, n] the step of an optimizer that comes next takes its gradient.
 *
 * @param scratch address of `gradientScratchBytes(m, n, k, transposeB)` bytes, good until that step is over
 */
export function gradientProduct(
  a: usize, lda: i32, transposeA: bool, b: usize, ldb: i32, transposeB: bool, m: i32, n: i32, k: i32, scratch: usize,
): void {
  const job = changetype<GradientProduct>(jobArguments());
  job.set(a, lda, transposeA, b, ldb, transposeB, 0, m, n, k);
  job.partBytes = partBytes(m, n);
  job.scratch = scratch + aheadBytes(m, n, k);
  job.scratchBytes = productScratchBytes(m, n, k) + job.partBytes;
  job.packAhead(scratch);
}

/** Where the step is written that moves a variable by the product of `gradientProduct`. */
export function gradientStep(): usize {
  return moreArguments();
}

/** Moves a variable by the gradient that `gradientProduct` described. */
export function shareGradientStep(step: Step): void {
  const job = changetype<GradientProduct>(jobArguments());
  job.step = changetype<usize>(step);
  const worth = min(worthOf(job.m, job.n, job.k, TASK_PRODUCTS), TASKS * teamSize());
  job.tasks = min(job.panels, max(leastParts(job.m, job.n), worth));
  share<GradientProduct>(GRADIENT_PRODUCT, job.tasks);
}
