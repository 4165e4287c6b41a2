const withComma = /^[+-]?\d+(?:\.\d{3})*,\d+$/;
const withPoint = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)\.\d+$/;

/**
 * Whether a table writes one and a half as 1,5: only one whose columns are not parted by commas can, and only where no cell has a
 * decimal point.
 */
export function usesDecimalComma(delimiter: string, rows: readonly (readonly string[])[]): boolean {
  if (delimiter === ",") return false;
  let found = false;
  for (const row of rows) {
    for (const cell of row) {
      const text = cell.trim();
      if (withPoint.test(text) && !withComma.test(text)) return false;
      found ||= withComma.test(text);
    }
  }
  return found;
}
