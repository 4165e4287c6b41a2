import { closestName, type NdArray } from "@minibatch/datasets";
import { cellsOf, type RawTable } from "../RawTable.ts";
import { TableError } from "../TableError.ts";
import { encoderOf } from "./columnEncoders.ts";
import type { CellProblem } from "./ColumnEncoder.ts";
import { columnRanges } from "./columnRanges.ts";
import type { TableEncoding } from "./TableEncoding.ts";

/** A value that the training rows did not have, or that cannot be read. */
export interface EncodingProblem {
  readonly column: string;
  readonly value: string;
  /** How many rows have it. */
  readonly rows: number;
  /** The first of them, from 0. */
  readonly firstRow: number;
  /** `unknown`: a category that was not seen in training, which gets 0 for each, or is one of the rare where some share an input; `unreadable`: taken for missing. */
  readonly reason: CellProblem;
}

/** Rows as inputs of a model. */
export interface EncodedTable {
  /** `[rows, features]`. */
  readonly x: NdArray<Float32Array>;
  readonly problems: readonly EncodingProblem[];
}

/**
 * Turns the rows of a table into inputs, as the training rows of another one were: columns are found by their names, in any order,
 * and what the encoding does not know is left alone.
 *
 * @throws {TableError} `MISSING_COLUMN` when the table lacks columns of the encoding, all of them named
 * @example
 * const { x, problems } = encodeTable(await readTable("new.csv"), encoding);
 * const { data } = await predict(model, x);
 */
export function encodeTable(table: RawTable, encoding: TableEncoding): EncodedTable {
  const { columns } = encoding;
  requireColumns(table, columns);
  const ranges = columnRanges(encoding);
  const width = ranges.at(-1)?.end ?? 0;
  const data = new Float32Array(table.rows.length * width);
  const problems = new Map<string, EncodingProblem>();
  for (const [index, column] of columns.entries()) {
    const { start = 0, end = 0 } = ranges[index] ?? {};
    const write = encoderOf(column.kind)?.writer(column, table.decimalComma);
    for (const [row, cell] of cellsOf(table, table.columns.indexOf(column.name)).entries()) {
      const reason = write?.(data.subarray(row * width + start, row * width + end), cell);
      if (reason === undefined || cell === null) continue;
      const key = JSON.stringify([column.name, cell]);
      const { rows, firstRow } = problems.get(key) ?? { rows: 0, firstRow: row };
      problems.set(key, { column: column.name, value: cell, rows: rows + 1, firstRow, reason });
    }
  }
  return { x: { data, shape: [table.rows.length, width] }, problems: [...problems.values()] };
}

function requireColumns({ columns }: RawTable, needed: readonly { readonly name: string }[]): void {
  const missing = needed.map(({ name }) => name).filter((name) => !columns.includes(name));
  if (missing.length === 0) return;
  const close = missing.map((name) => closestName(name, columns)).filter((name) => name !== undefined);
  throw new TableError(
    "MISSING_COLUMN",
    `The table has no column ${missing.map((name) => `"${name}"`).join(", ")}, which the model was trained on. It has ` +
      `${columns.map((name) => `"${name}"`).join(", ")}.${close.length > 0 ? ` Is ${close.map((name) => `"${name}"`).join(", ")} meant? Rename it.` : ""}`,
  );
}
