import type { TableColumn } from "../TableColumn.ts";
import type { Cell } from "../RawTable.ts";
import type { ColumnEncoding } from "./TableEncoding.ts";

/** What the cells of one column are fitted on. */
export interface FittedCells {
  readonly column: TableColumn;
  /** Those of the training rows, and no others. */
  readonly cells: readonly Cell[];
  /** The different values of all rows, in the order in which a person would count them. */
  readonly distinct: readonly string[];
  readonly decimalComma: boolean;
}

/** Why a cell is not what training led to expect: see `EncodingProblem`. */
export type CellProblem = "unknown" | "unreadable";

/** How columns of one kind become inputs. */
export interface ColumnEncoder<Encoding extends ColumnEncoding> {
  /**
   * Whether a column of such values is of this kind, where they are neither numbers nor just two; it is asked before they count as
   * categories or text.
   *
   * @default a column is of this kind only where `describeColumn` or the options say so
   */
  readonly recognizes?: (distinct: readonly string[]) => boolean;
  /** What a column that is no such kind cannot be taken for, with what is wrong: "dates: its cells are none". */
  readonly refusal?: (column: TableColumn) => string;
  /** Fits the encoding; `undefined` for a column that is no such kind after all. */
  fit(fitted: FittedCells): Encoding | undefined;
  /** The names of the inputs that it becomes. */
  features(encoding: Encoding): string[];
  /** Makes what writes one cell into its inputs, which are 0 before, and says what is wrong with it. */
  writer(
    encoding: Encoding,
    decimalComma: boolean,
  ): (inputs: Float32Array, cell: Cell) => CellProblem | undefined;
}
