// What a product is computed from. The threads share it by the longer side of the result: each task has a part of that, and reads all of
// the other operand, which all threads pack before, if it has to be packed. So tasks can be short, and no thread waits long for the others in
// the end.
import { PACK_OPERAND } from "./jobs";
import { MR, NR } from "./productTile";
import { isReadInPlace, leftPackedBytes, packLeft, packRight, rightPackedBytes } from "./product";
import { share, teamSize } from "./team";

// So many bytes of an operand are packed ahead at most, and so many are worth a task.
const MOST_AHEAD: usize = 1 << 23;
const TASK_BYTES: usize = 65536;

/** So many multiplications are worth a task: below, waking the other threads costs more than they save. */
export const TASK_PRODUCTS: f64 = 250000;
/** So many tasks each thread gets at most. */
export const TASKS: i32 = 8;

/** op(A)[m, k] and op(B)[k, n]. */
@unmanaged
export class Operands {
  a: usize; lda: i32; transposeA: bool; packedA: usize;
  b: usize; ldb: i32; transposeB: bool; packedB: usize;
  m: i32; n: i32; k: i32;
  /** Whether a task has a part of the columns of the result, or of its rows; how many tasks there are. */
  byColumns: bool; tasks: i32;
  /** How many tasks pack the other operand. */
  packTasks: i32;

  set(
    a: usize, lda: i32, transposeA: bool, b: usize, ldb: i32, transposeB: bool, packedB: usize, m: i32, n: i32, k: i32,
  ): void {
    this.a = a; this.lda = lda; this.transposeA = transposeA; this.packedA = 0;
    this.b = b; this.ldb = ldb; this.transposeB = transposeB; this.packedB = packedB;
    this.m = m; this.n = n; this.k = k;
    this.byColumns = n >= m;
  }

  /** How many panels the longer side has. */
  get panels(): i32 {
    return this.byColumns ? panelsOf(this.n, NR) : panelsOf(this.m, MR);
  }

  /** Where the part of a task begins. */
  partOf(task: i32): i32 {
    return this.byColumns ? beginOf(this.n, NR, task, this.tasks) : beginOf(this.m, MR, task, this.tasks);
  }

  /** Packs what all tasks read, by all threads, into `aheadBytes(m, n, k)` bytes; nothing where it is read as it lies. */
  packAhead(to: usize): void {
    if (this.byColumns && isReadInPlace(this.m, this.transposeA)) return;
    if (this.byColumns) this.packedA = to;
    else this.packedB = to;
    const panels = this.byColumns ? panelsOf(this.m, MR) : panelsOf(this.n, NR);
    this.packTasks = min(panels, max(1, <i32>(aheadBytes(this.m, this.n, this.k) / TASK_BYTES)));
    share<OperandPacking>(PACK_OPERAND, this.packTasks);
  }
}

/** The packing of what all tasks read. */
@unmanaged
export class OperandPacking extends Operands {
  run(job: i32, task: i32, thread: i32): void {
    const tasks = this.packTasks;
    if (this.byColumns) {
      const row = beginOf(this.m, MR, task, tasks);
      const rows = beginOf(this.m, MR, task + 1, tasks) - row;
      packLeft(this.a, this.lda, this.transposeA, this.m, this.k, row, rows, this.packedA);
    } else {
      const column = beginOf(this.n, NR, task, tasks);
      const columns = beginOf(this.n, NR, task + 1, tasks) - column;
      packRight(this.b, this.ldb, this.transposeB, this.n, this.k, column, columns, this.packedB);
    }
  }
}

/** Bytes of what all tasks read, packed; 0 where that is too large. */
export function aheadBytes(m: i32, n: i32, k: i32): usize {
  const bytes = n >= m ? leftPackedBytes(m, k) : rightPackedBytes(n, k);
  return bytes > MOST_AHEAD ? 0 : bytes;
}

/** How many tasks the multiplications are worth, with so many in each. */
export function worthOf(m: i32, n: i32, k: i32, products: f64): i32 {
  return <i32>min(1024, (<f64>m) * (<f64>n) * (<f64>k) / products);
}

// @ts-ignore: decorator
@inline
function panelsOf(length: i32, panel: i32): i32 {
  return (length + panel - 1) / panel;
}

// Where a part begins: each has as many panels as the others, or one more.
function beginOf(length: i32, panel: i32, part: i32, parts: i32): i32 {
  return min(length, <i32>((<i64>panelsOf(length, panel)) * part / parts) * panel);
}
