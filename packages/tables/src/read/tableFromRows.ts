import { isMissing } from "../cells/isMissing.ts";
import type { Cell, RawTable } from "../RawTable.ts";
import { TableError } from "../TableError.ts";

/**
 * Makes a table of rows that are objects, as JSON files and databases have them. A key that a row lacks is a missing value there.
 *
 * @throws {TableError} `INVALID_FORMAT` for what is no such row, or for a value that is no number, text, boolean or null
 */
export function tableFromRows(objects: readonly unknown[]): RawTable {
  const columns: string[] = [];
  const places = new Map<string, number>();
  for (const [index, object] of objects.entries()) {
    if (object === null || typeof object !== "object" || Array.isArray(object)) {
      throw new TableError(
        "INVALID_FORMAT",
        `Row ${index + 1} is no object: rows such as { "rooms": 4, "price": 210000 } are expected.`,
      );
    }
    for (const name of Object.keys(object)) {
      if (places.has(name)) continue;
      places.set(name, columns.length);
      columns.push(name);
    }
  }
  if (columns.length === 0) throw new TableError("INVALID_FORMAT", "The table has no row with a value.");
  const rows = objects.map((object, index) =>
    columns.map((name) => cellOf((object as Record<string, unknown>)[name], name, index)),
  );
  return { columns, rows, decimalComma: false, notes: [] };
}

function cellOf(value: unknown, name: string, row: number): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") return Number.isNaN(value) ? null : String(value);
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value === "string") {
    const trimmed = value.trim();
    return isMissing(trimmed) ? null : trimmed;
  }
  throw new TableError(
    "INVALID_FORMAT",
    `"${name}" of row ${row + 1} is ${Array.isArray(value) ? "a list" : "an object"}: a number, a text, true, false or null is expected.`,
  );
}
