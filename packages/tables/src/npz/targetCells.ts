import type { NdArray } from "@minibatch/datasets";
import type { Cell } from "../RawTable.ts";
import { TableError } from "../TableError.ts";

/**
 * The targets of an array as the cells of a column: `[n]`, `[n, 1]`, or one-hot `[n, classes]`. One that is not finite is missing.
 *
 * @throws {TableError} `UNUSABLE_TARGET` for several values a row
 */
export function targetCells(name: string, { data, shape }: NdArray): Cell[] {
  const [rows = 0, ...axes] = shape;
  const width = axes.reduce((product, length) => product * length, 1);
  if (width === 1) return Array.from(data, (value) => (Number.isFinite(value) ? String(value) : null));
  return Array.from({ length: rows }, (_, row) => {
    const values = Array.from(data.subarray(row * width, (row + 1) * width));
    const label = values.indexOf(1);
    const rest = values.filter((value) => value === 0).length;
    if (label !== -1 && rest === width - 1) return String(label);
    throw new TableError(
      "UNUSABLE_TARGET",
      `The target "${name}" has ${width} values in each row, and row ${row + 1} is not one-hot: one value a row is expected.`,
    );
  });
}
