/** A cell as it stands in the file, without the white space around it; `null` where a value is missing. */
export type Cell = string | null;

/** A table as it was read, before anybody has decided what its columns mean. */
export interface RawTable {
  /** The names of the columns, each once. */
  readonly columns: readonly string[];
  /** As many cells in each as there are columns. */
  readonly rows: readonly (readonly Cell[])[];
  /** Whether 1,5 is one and a half. */
  readonly decimalComma: boolean;
  /** What was assumed in reading, a sentence each: an encoding, missing names. */
  readonly notes: readonly string[];
}

/** The cells of one column, from top to bottom. */
export function cellsOf({ rows }: RawTable, column: number): Cell[] {
  return rows.map((row) => row[column] ?? null);
}
