import type { Cell } from "../RawTable.ts";
import { parseDate, type DateOrder } from "../cells/parseDate.ts";
import { parseNumber } from "../cells/parseNumber.ts";
import type { ColumnKind } from "../TableColumn.ts";

/** What pandas reads as infinite: nothing to compute with. */
const infinite = /^[+-]?inf(?:inity)?$/i;

/** Whether a cell says that its number is infinite. */
export function isInfinite(cell: string): boolean {
  return infinite.test(cell);
}

/**
 * What calls for a look in a column: cells that are no numbers, days that could be others, values that differ by capitals alone.
 *
 * @returns a sentence without a full stop, or nothing
 */
export function columnNote(
  kind: ColumnKind,
  cells: readonly Cell[],
  distinct: ReadonlySet<string>,
  decimalComma: boolean,
): string | undefined {
  if (kind === "number") return strangers(cells, decimalComma) ?? codes(distinct) ?? percents(distinct);
  if (kind !== "category" && kind !== "boolean" && kind !== "text" && kind !== "id") return undefined;
  const misread = halfNumbers(cells, decimalComma) ?? twoDays(distinct);
  return misread ?? (kind === "category" || kind === "boolean" ? capitals(distinct) : undefined);
}

function strangers(cells: readonly Cell[], decimalComma: boolean): string | undefined {
  const rows = cells.flatMap((cell, row) =>
    cell !== null && parseNumber(cell, decimalComma) === undefined ? [row] : [],
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  const example = `"${cells[first]?.slice(0, 30)}" in row ${first + 1}`;
  return rows.length === 1
    ? `${example} is no number and counts as missing`
    : `${rows.length} cells are no numbers and count as missing, such as ${example}`;
}

/** Zip codes and article numbers begin with zeros, and numbers do not. */
function codes(distinct: ReadonlySet<string>): string | undefined {
  const code = [...distinct].find((cell) => /^0\d+$/.test(cell));
  return code === undefined
    ? undefined
    : `"${code}" begins with a zero, as codes do, and is taken for a number; the kind category says otherwise`;
}

function percents(distinct: ReadonlySet<string>): string | undefined {
  const values = [...distinct];
  const percent = values.find((cell) => cell.endsWith("%"));
  const plain = values.find((cell) => !cell.endsWith("%"));
  return percent === undefined || plain === undefined
    ? undefined
    : `some cells have a % and some have none, and "${percent}" and "${plain}" are taken as they stand`;
}

/** A column that is no column of numbers for the sake of some of its cells. */
function halfNumbers(cells: readonly Cell[], decimalComma: boolean): string | undefined {
  const present = cells.filter((cell) => cell !== null);
  const numbers = present.filter((cell) => parseNumber(cell, decimalComma) !== undefined);
  const stranger = present.find((cell) => parseNumber(cell, decimalComma) === undefined);
  if (stranger === undefined || numbers.length < present.length / 2) return undefined;
  return `${numbers.length} of ${present.length} cells are numbers, but not "${stranger.slice(0, 30)}"; the kind number takes such cells for missing`;
}

function twoDays(distinct: ReadonlySet<string>): string | undefined {
  const orders: readonly DateOrder[] = ["year-month-day", "day-month-year", "month-day-year"];
  const days = [...distinct];
  if (!days.every((day) => orders.some((order) => parseDate(day, order) !== undefined))) return undefined;
  const [example = ""] = days;
  return `"${example}" and others are days, but in which order does not show; write them as 2024-01-31 to have dates`;
}

function capitals(distinct: ReadonlySet<string>): string | undefined {
  const seen = new Map<string, string>();
  for (const value of distinct) {
    const other = seen.get(value.toLowerCase());
    if (other !== undefined) return `"${other}" and "${value}" differ by capitals alone, and count as two`;
    seen.set(value.toLowerCase(), value);
  }
  return undefined;
}
