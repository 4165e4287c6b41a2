import type { TableColumn } from "../TableColumn.ts";
import { cellsOf, type RawTable } from "../RawTable.ts";
import { TableError } from "../TableError.ts";
import { byValue } from "./byValue.ts";
import { encoderOf } from "./columnEncoders.ts";
import type { ColumnEncoding } from "./TableEncoding.ts";

/**
 * Fits how the columns of a table become inputs.
 *
 * @param inputs the columns that do
 * @param trainRows the rows to fit on, and no others
 * @throws {TableError} `INVALID_ARGUMENT` for a column that is no such kind as was asked for
 */
export function fitTable(
  raw: RawTable,
  inputs: readonly TableColumn[],
  trainRows: readonly number[],
): ColumnEncoding[] {
  return inputs.map((column) => {
    const all = cellsOf(raw, raw.columns.indexOf(column.name));
    const distinct = [...new Set(all.filter((cell) => cell !== null))].sort(byValue);
    const cells = trainRows.map((row) => all[row] ?? null);
    const { decimalComma } = raw;
    return encoderOf(column.kind)?.fit({ column, cells, distinct, decimalComma }) ?? refuse(column);
  });
}

function refuse(column: TableColumn): never {
  const { name, kind } = column;
  const what = encoderOf(kind)?.refusal?.(column) ?? `a ${kind}`;
  throw new TableError("INVALID_ARGUMENT", `The column "${name}" cannot be taken for ${what}.`);
}
