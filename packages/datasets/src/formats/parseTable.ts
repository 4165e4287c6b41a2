import { DatasetError } from "../DatasetError.ts";
import type { NdArray } from "../NdArray.ts";

/** No two of its parts can match the same digits: a long line of them takes no longer for it. */
const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** How {@link parseTable} reads. */
export interface ParseTableOptions {
  /**
   * What stands between two columns.
   *
   * @default any white space
   */
  readonly separator?: "," | ";" | "\t" | undefined;
}

/**
 * Reads a table of numbers, a row a line; empty lines are skipped.
 *
 * @param text the table, without a header
 * @returns the numbers, `[rows, columns]`
 * @throws {DatasetError} `INVALID_FORMAT` with the line for a row that is shorter or longer than the first, or has anything but numbers
 *
 * @example
 * parseTable("1 2.5\n3 4e2\n"); // { data: Float64Array [1, 2.5, 3, 400], shape: [2, 2] }
 */
export function parseTable(text: string, { separator }: ParseTableOptions = {}): NdArray<Float64Array> {
  const values: number[] = [];
  let [rows, columns] = [0, 0];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const fields =
      separator === undefined ? line.trim().split(/\s+/) : line.split(separator).map((field) => field.trim());
    rows += 1;
    if (rows === 1) columns = fields.length;
    const wrong = fields.find((field) => !number.test(field));
    if (fields.length !== columns || wrong !== undefined) {
      const found = wrong === undefined ? `${fields.length} columns` : JSON.stringify(wrong.slice(0, 40));
      throw new DatasetError(
        "INVALID_FORMAT",
        `Line ${index + 1} of the table: expected ${columns} numbers, got ${found}`,
      );
    }
    for (const field of fields) values.push(Number(field));
  }
  return { data: Float64Array.from(values), shape: [rows, columns] };
}
