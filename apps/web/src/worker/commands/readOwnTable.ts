import { readTable } from "@minibatch/tables";
import type { Command } from "../Command.ts";

/** The head of a table. */
export interface TableHead {
  readonly columns: readonly string[];
  /** The first rows, as they are written. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** How many there are. */
  readonly count: number;
  /** What was assumed in reading, a sentence each. */
  readonly notes: readonly string[];
}

/** So many rows of a table are shown. */
const shown = 5;

/** Reads a table of one's own, to choose what to predict. */
export const readOwnTable: Command<{ readonly file: Blob }, TableHead> = async ({ file }) => {
  const { columns, rows, notes } = await readTable(file);
  return { columns, rows: rows.slice(0, shown), count: rows.length, notes };
};
