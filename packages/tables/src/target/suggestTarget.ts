import { describeColumns } from "../columns/describeColumns.ts";
import type { RawTable } from "../RawTable.ts";

/** A column with more rows than this without a value is seldom what one wants to know. */
const mostMissing = 0.05;

/**
 * The column that is likely to be the one to predict, to begin with: the last one that holds numbers or classes and has a value in nearly
 * every row. Remarks, names and dates at the end of a table are none.
 *
 * @returns its name; the last one of all where none is like that
 * @example
 * const raw = await readTable("houses.csv");
 * suggestTarget(raw); // "price", though "remarks" comes behind it
 */
export function suggestTarget(raw: RawTable): string {
  const columns = describeColumns(raw);
  const usable = columns.filter(({ leftOut, kind }) => leftOut === undefined && kind !== "date");
  const full = usable.filter(({ missing }) => missing <= mostMissing * raw.rows.length);
  return (full.at(-1) ?? usable.at(-1) ?? columns.at(-1))?.name ?? "";
}
