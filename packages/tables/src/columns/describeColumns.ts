import { closestName } from "@minibatch/datasets";
import { cellsOf, type RawTable } from "../RawTable.ts";
import { TableError } from "../TableError.ts";
import { describeColumn } from "./describeColumn.ts";
import type { ColumnKind, TableColumn } from "../TableColumn.ts";

/**
 * Finds out what each column of a table holds.
 *
 * @param kinds what some are to be taken for instead, by their names
 * @throws {TableError} `UNKNOWN_COLUMN` for a kind of a column that is not there
 */
export function describeColumns(
  raw: RawTable,
  kinds: Readonly<Record<string, ColumnKind>> = {},
): TableColumn[] {
  for (const name of Object.keys(kinds)) requireColumn(raw, name);
  return raw.columns.map((name, column) =>
    describeColumn(name, cellsOf(raw, column), raw.decimalComma, kinds[name]),
  );
}

/** @throws {TableError} `UNKNOWN_COLUMN`, with the name that is closest and all there are */
export function requireColumn({ columns }: RawTable, name: string): void {
  if (columns.includes(name)) return;
  const close = closestName(name, columns);
  throw new TableError(
    "UNKNOWN_COLUMN",
    `The table has no column "${name}".${close === undefined ? "" : ` Is "${close}" meant?`} ` +
      `It has ${columns.map((column) => `"${column}"`).join(", ")}.`,
  );
}
