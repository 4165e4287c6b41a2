import type { Dataset, LoadOptions, Samples, TrainTest } from "@minibatch/datasets";
import type { TableColumn } from "./TableColumn.ts";
import type { TableEncoding } from "./encode/TableEncoding.ts";
import type { RowSplit } from "./split/splitRows.ts";

/** Labels of classes from 0, or values. */
export type TargetArray = Uint8Array | Int32Array | Float64Array;

/** The rows of a table as inputs, `[n, features]`, and targets, `[n]`. */
export interface TableParts extends TrainTest<Float32Array, TargetArray> {
  /** Held back from training to watch it by. */
  readonly validation: Samples<Float32Array, TargetArray>;
}

/** A table as a dataset. */
export interface TableDataset extends Dataset<Float32Array, TargetArray> {
  /** What each column of the table holds, the target among them, and which are left out. */
  readonly columns: readonly TableColumn[];
  /** What turns other rows into inputs of the same model. */
  readonly encoding: TableEncoding;
  /** Which rows of the table, from 0, are in which part. */
  readonly rows: RowSplit;
  /** What was assumed or left out, a sentence each without a full stop. */
  readonly notes: readonly string[];
  load(options?: LoadOptions): Promise<TableParts>;
}
