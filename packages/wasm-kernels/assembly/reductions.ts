import { SUM_ROWS } from "./jobs";
import { jobArguments, share } from "./team";
import { addRun } from "./vector";

// Rows that are added up before they go into the total: a sum of many thousand rows in one accumulator would lose digits.
const GROUP: i32 = 256;
// Parts of the rows, each with sums of its own: always as many, so that the result does not depend on the threads.
const PARTS: i32 = 16;

@unmanaged
class RowSum {
  x: usize; rows: i32; columns: i32; parts: i32; scratch: usize;
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
  share(SUM_ROWS, parts);
  const rowBytes = (<usize>columns) << 2;
  memory.copy(out, scratch, rowBytes);
  for (let part = 1; part < parts; part++) addRun(out, scratch + (<usize>(2 * part)) * rowBytes, columns);
}

/** The sum of one part, and a row of scratch space behind it. */
export function sumRowsTask(part: i32): void {
  const sum = changetype<RowSum>(jobArguments());
  const columns = sum.columns;
  const rowBytes = (<usize>columns) << 2;
  const length = (sum.rows + sum.parts - 1) / sum.parts;
  const end = min(sum.rows, (part + 1) * length);
  const total = sum.scratch + (<usize>(2 * part)) * rowBytes;
  const group = total + rowBytes;
  memory.fill(total, 0, rowBytes);
  let x = sum.x + (<usize>(part * length)) * rowBytes;
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
