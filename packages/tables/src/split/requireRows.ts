import { TableError } from "../TableError.ts";

/** Fewer rows than this leave nothing to train on once some are held back. */
const fewestRows = 10;

/** @throws {TableError} `TOO_FEW_ROWS` */
export function requireRows(rows: number, target: string): void {
  if (rows >= fewestRows) return;
  throw new TableError(
    "TOO_FEW_ROWS",
    `The table has ${rows} rows with a value of "${target}", and at least ${fewestRows} are needed to train, watch and test by.`,
  );
}
