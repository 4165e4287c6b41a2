import type { ClassCount, LeftOut } from "@minibatch/images";
import type { TableColumn } from "@minibatch/tables";

/** What a run's `run.json` says of data of one's own: what is in them, and what was left out and why. */
export type DataRecord = PicturesRecord | TableRecord;

/** Of a folder of pictures. */
export interface PicturesRecord {
  readonly kind: "pictures";
  readonly title: string;
  /** How many there are of each class in each part, in the order of the classes. */
  readonly counts: readonly ClassCount[];
  readonly leftOut: readonly LeftOut[];
}

/** Of a table. */
export interface TableRecord {
  readonly kind: "table";
  readonly title: string;
  /** The column that is predicted. */
  readonly target: string;
  /** All columns of the table, the target and those that are no inputs among them. */
  readonly columns: readonly TableColumn[];
  /** What was assumed or left out, a sentence each. */
  readonly notes: readonly string[];
  /** Which rows of the table, from 1, are its test set, in their order there. */
  readonly testRows: readonly number[];
}
