import { columnFeatures } from "./columnEncoders.ts";
import type { TableEncoding } from "./TableEncoding.ts";

/** Which inputs belong to a column: for measuring what a column is worth. */
export interface ColumnRange {
  readonly name: string;
  /** The first of its inputs. */
  readonly start: number;
  /** The one after its last. */
  readonly end: number;
}

/**
 * Says which inputs each column became.
 *
 * @example
 * columnRanges(houses.encoding); // [{ name: "rooms", start: 0, end: 1 }, { name: "city", start: 1, end: 6 }]
 */
export function columnRanges({ columns }: TableEncoding): ColumnRange[] {
  let start = 0;
  return columns.map((column) => {
    const end = start + columnFeatures(column).length;
    const range = { name: column.name, start, end };
    start = end;
    return range;
  });
}
