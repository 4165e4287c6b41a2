import { encodeTable, type TableEncoding } from "@minibatch/tables";

/**
 * The inputs that a model of a table takes of a row.
 *
 * @param row by the names of the columns; `null` or nothing in the place of what is not known
 * @throws {RangeError} for a number or a date that cannot be read, and for what is no cell
 * @throws {TableError} `MISSING_COLUMN`
 */
export function prepareRow(encoding: TableEncoding, row: Readonly<Record<string, unknown>>): Float32Array {
  const columns = Object.keys(row);
  const cells = columns.map((name) => cellOf(row[name]));
  const { x, problems } = encodeTable({ columns, rows: [cells], decimalComma: false, notes: [] }, encoding);
  // A category that training did not see counts as none of the known ones, as everywhere.
  const unreadable = problems.find(({ reason }) => reason === "unreadable");
  if (unreadable === undefined) return x.data;
  throw new RangeError(
    `"${unreadable.value}" cannot be read as ${unreadable.column}. Give what the column holds, or null where it is not known.`,
  );
}

function cellOf(value: unknown): string | null {
  if (value === undefined || value === null || value === "" || Number.isNaN(value)) return null;
  if (typeof value === "string") return value.trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return value.toISOString();
  throw new RangeError(
    `A row holds numbers, texts, true, false, dates and null, and this one ${typeof value}s.`,
  );
}
