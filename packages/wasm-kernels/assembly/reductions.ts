import { SUM_ROWS } from "./jobs";
import { jobArguments, share } from "./team";
import { addRun } from "./vector";

// Rows that are added up before they go into the total: a sum of many thousand rows in one accumulator would lose digits.
const GROUP: i32 = 256;
// Parts of the rows, each with sums of its own: always as many, so that the result does not depend on the threads.
const PARTS: i32 = 16;

@unmanaged
export class RowSum {
  x: usize; rows: i32; columns: i32; parts: i32; scratch: usize;

  /** The sum of one part, and a row of scratch space behind it. */
  run(job: i32, part: i32, thread: i32): void {
    const columns = this.columns;
    const rowBytes = (<usize>columns) << 2;
    const length = (this.rows + this.parts - 1) / this.parts;
    const end = min(this.rows, (part + 1) * length);
    const total = this.scratch + (<usize>(2 * part)) * rowBytes;
    const group = total + rowBytes;
    memory.fill(total, 0, rowBytes);
    let x = this.x + (<usize>(part * length)) * rowBytes;
    for (let first = part * length; first < end; first += GROUP) {
      const count = min(GROUP, end - first);
      memory.fill(group, 0, rowBytes);
      for (let i = 0; i < count; i++) {
        addRun(group, x, columns);
        x += rowBytes;
      }
      addRun(total, group, columns);
    }
  }
}

function partsOf(rows: i32): i32 {
  return max(1, min(PARTS, rows / GROUP));
}

/** Bytes of scratch space that `sumRows` needs. */
export function sumRowsScratchBytes(rows: i32, columns: i32): usize {
  return (<usize>(2 * partsOf(rows) * columns)) << 2;
}

/** out[columns] = the sum of the rows of x[rows, columns]. */
export function sumRows(x: usize, out: usize, rows: i32, columns: i32, scratch: usize): void {
  const sum = changetype<RowSum>(jobArguments());
  sum.x = x; sum.rows = rows; sum.columns = columns; sum.scratch = scratch;
  const parts = partsOf(rows);
  sum.parts = parts;
  share<RowSum>(SUM_ROWS, parts);
  const rowBytes = (<usize>columns) << 2;
  memory.copy(out, scratch, rowBytes);
  for (let part = 1; part < parts; part++) addRun(out, scratch + (<usize>(2 * part)) * rowBytes, columns);
}
