import { SUM_ROWS } from "./jobs";
import { jobArguments, share } from "./team";
import { addRun } from "./vector";

// Rows that are added up before they go into the total: a sum of many thousand rows in one accumulator would lose digits.
const GROUP: i32 = 256;
// Parts of the rows, each with sums of its own: always as many, so that the result does not depend on the threads.
const PARTS: i32 = 16;

@unmanaged
export class RowSum {
  x: usize; positive: usize; rows: i32; columns: i32; parts: i32; scratch: usize;

  /** The sum of one part, and a row of scratch space behind it. */
  run(job: i32, part: i32, thread: i32): void {
    const columns = this.columns;
    const rowBytes = (<usize>columns) << 2;
    const length = (this.rows + this.parts - 1) / this.parts;
    const end = min(this.rows, (part + 1) * length);
    const total = this.scratch + (<usize>(2 * part)) * rowBytes;
    const group = total + rowBytes;
    memory.fill(total, 0, rowBytes);
    let at = (<usize>(part * length)) * rowBytes;
    for (let first = part * length; first < end; first += GROUP) {
      const count = min(GROUP, end - first);
      memory.fill(group, 0, rowBytes);
      for (let i = 0; i < count; i++) {
        if (this.positive) addOpenRun(group, this.x + at, this.positive + at, columns);
        else addRun(group, this.x + at, columns);
        at += rowBytes;
      }
      addRun(total, group, columns);
    }
  }
}

// dst += src * step(values)
function addOpenRun(dst: usize, src: usize, values: usize, count: i32): void {
  let i: usize = 0;
  const bytes = (<usize>count) << 2;
  for (; i + 16 <= bytes; i += 16) {
    const open = v128.and(f32x4.gt(v128.load(values + i), f32x4.splat(0)), f32x4.splat(1));
    v128.store(dst + i, f32x4.add(v128.load(dst + i), f32x4.mul(v128.load(src + i), open)));
  }
  for (; i < bytes; i += 4) {
    const open: f32 = load<f32>(values + i) > 0 ? 1 : 0;
    store<f32>(dst + i, load<f32>(dst + i) + load<f32>(src + i) * open);
  }
}

function partsOf(rows: i32): i32 {
  return max(1, min(PARTS, rows / GROUP));
}

/** Bytes of scratch space that `sumRows` needs. */
export function sumRowsScratchBytes(rows: i32, columns: i32): usize {
  return (<usize>(2 * partsOf(rows) * columns)) << 2;
}

/**
 * out[columns] = the sum of the rows of x[rows, columns].
 *
 * @param positive 0; or address of as many values, by whose step those of x are multiplied
 */
export function sumRows(x: usize, positive: usize, out: usize, rows: i32, columns: i32, scratch: usize): void {
  const sum = changetype<RowSum>(jobArguments());
  sum.x = x; sum.positive = positive; sum.rows = rows; sum.columns = columns; sum.scratch = scratch;
  const parts = partsOf(rows);
  sum.parts = parts;
  share<RowSum>(SUM_ROWS, parts);
  const rowBytes = (<usize>columns) << 2;
  memory.copy(out, scratch, rowBytes);
  for (let part = 1; part < parts; part++) addRun(out, scratch + (<usize>(2 * part)) * rowBytes, columns);
}
