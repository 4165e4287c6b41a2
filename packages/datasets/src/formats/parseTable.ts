import { DatasetError } from "../DatasetError.ts";
import type { NdArray } from "../NdArray.ts";

/** No two of its parts can match the same digits: a long line of them takes no longer for it. */
const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** How {@link parseTable} reads. */
export interface ParseTableOptions {
  /**
   * What stands between two columns.
   *
   * @default semicolons or commas, if the first row has one; else any white space
   */
  readonly separator?: "," | ";" | "\t" | undefined;
}

/**
 * Reads a table of numbers with decimal points, a row a line; empty lines are skipped. It knows no header, quotes or missing values:
 * `@minibatch/tables` does.
 *
 * @param text the table, without a header
 * @returns the numbers, `[rows, columns]`
 * @throws {DatasetError} `INVALID_FORMAT` with the line for a row that is shorter or longer than the first, or has anything but numbers
 *
 * @example
 * parseTable("1 2.5\n3 4e2\n"); // { data: Float64Array [1, 2.5, 3, 400], shape: [2, 2] }
 * parseTable("1,2.5\n3,4e2\n"); // the same
 */
export function parseTable(text: string, { separator }: ParseTableOptions = {}): NdArray<Float64Array> {
  const values: number[] = [];
  let [rows, columns] = [0, 0];
  let between: string | undefined = separator;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === "") continue;
    if (rows === 0) between ??= [";", ","].find((mark) => line.includes(mark));
    const fields =
      between === undefined ? line.trim().split(/\s+/) : line.split(between).map((field) => field.trim());
    rows += 1;
    if (rows === 1) columns = fields.length;
    const wrong = fields.find((field) => !number.test(field));
    if (fields.length !== columns || wrong !== undefined) {
      const found = wrong === undefined ? `${fields.length} columns` : JSON.stringify(wrong.slice(0, 40));
      const expected = `${columns} ${columns === 1 ? "number" : "numbers"}`;
      throw new DatasetError(
        "INVALID_FORMAT",
        `Line ${index + 1} of the table: expected ${expected} with decimal points, got ${found}. ` +
          "@minibatch/tables reads headers, quotes, decimal commas and gaps.",
      );
    }
    for (const field of fields) values.push(Number(field));
  }
  return { data: Float64Array.from(values), shape: [rows, columns] };
}
