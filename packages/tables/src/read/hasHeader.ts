import { isMissing } from "../cells/isMissing.ts";
import { parseDate } from "../cells/parseDate.ts";
import { parseNumber } from "../cells/parseNumber.ts";

/**
 * Whether the first line of a table names its columns: none of its cells is a number, a date or missing. A line of words above
 * lines of words counts as names, too.
 */
export function hasHeader(first: readonly string[], decimalComma: boolean): boolean {
  const cells = first.map((cell) => cell.trim());
  const words = cells.every(
    (cell) =>
      cell === "" ||
      (!isMissing(cell) &&
        parseNumber(cell, decimalComma) === undefined &&
        parseDate(cell, "year-month-day") === undefined),
  );
  return words && cells.some((cell) => cell !== "");
}
