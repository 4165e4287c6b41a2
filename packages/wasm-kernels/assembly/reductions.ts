import { addRun } from "./vector";

// Rows that are added up before they go into the total: a sum of many thousand rows in one accumulator would lose digits.
const GROUP: i32 = 256;

/** out[columns] = the sum of the rows of x[rows, columns]; `scratch` holds `columns` floats. */
export function sumRows(x: usize, out: usize, rows: i32, columns: i32, scratch: usize): void {
  const rowBytes = (<usize>columns) << 2;
  memory.fill(out, 0, rowBytes);
  for (let first = 0; first < rows; first += GROUP) {
    const count = min(GROUP, rows - first);
    memory.fill(scratch, 0, rowBytes);
    for (let i = 0; i < count; i++) {
      addRun(scratch, x, columns);
      x += rowBytes;
    }
    addRun(out, scratch, columns);
  }
}
