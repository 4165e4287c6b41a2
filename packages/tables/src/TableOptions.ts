import type { ColumnKind } from "./TableColumn.ts";
import type { ReadTableOptions } from "./read/ReadTableOptions.ts";

/** Options of `table`. */
export interface TableOptions extends ReadTableOptions {
  /** The column that is predicted. */
  readonly target: string;
  /**
   * Whether it holds classes or values.
   *
   * @default found out from the target: two values, texts, or few whole numbers are classes; other numbers are values
   */
  readonly task?: "classification" | "regression" | undefined;
  /**
   * What columns are to be taken for, by their names: `{ zip: "category" }` for numbers that are names, `{ batch: "id" }` for a column
   * to leave out.
   *
   * @default found out from their values
   */
  readonly kinds?: Readonly<Record<string, ColumnKind>> | undefined;
  /**
   * The share of the rows that watches training, from 0 to below 1.
   *
   * @default 0.15
   */
  readonly validationSplit?: number | undefined;
  /**
   * The share of the rows that measures the trained model, from 0 to below 1.
   *
   * @default 0.15
   */
  readonly testSplit?: number | undefined;
  /**
   * Fixes which rows are on which side.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /**
   * The id of the dataset.
   *
   * @default the name of the file without its ending, or "table"
   */
  readonly name?: string | undefined;
}
