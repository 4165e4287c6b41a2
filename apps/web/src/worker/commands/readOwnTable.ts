import { type ColumnKind, describeColumns, readTable, suggestTarget } from "@minibatch/tables";
import type { Command } from "../Command.ts";

/** The head of a table. */
export interface TableHead {
  readonly columns: readonly string[];
  /** What each column holds. */
  readonly kinds: readonly ColumnKind[];
  /** The first rows, as they are written. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** The column that is likely to be the one to predict. */
  readonly target: string;
  /** How many there are. */
  readonly count: number;
  /** What was assumed in reading, a sentence each. */
  readonly notes: readonly string[];
}

/** So many rows of a table are shown. */
const shown = 5;

/** Reads a table of one's own, to choose what to predict. */
export const readOwnTable: Command<{ readonly file: Blob }, TableHead> = async ({ file }) => {
  const table = await readTable(file);
  const { columns, rows, notes } = table;
  const kinds = describeColumns(table).map(({ kind }) => kind);
  return {
    columns,
    kinds,
    rows: rows.slice(0, shown),
    target: suggestTarget(table),
    count: rows.length,
    notes,
  };
};
