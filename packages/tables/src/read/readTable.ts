import type { RawTable } from "../RawTable.ts";
import type { TableSource } from "../TableSource.ts";
import { decodeText } from "./decodeText.ts";
import { gunzipTable } from "./gunzipTable.ts";
import { looksLikeJson, parseJsonTable } from "./parseJsonTable.ts";
import { parseCsv } from "./parseCsv.ts";
import { isParquet, readParquet } from "./readParquet.ts";
import type { ReadTableOptions } from "./ReadTableOptions.ts";
import { requireSize, sourceBytes } from "./sourceBytes.ts";
import { tableFromRows } from "./tableFromRows.ts";

/**
 * Reads a table from wherever it comes from: CSV, TSV, or JSON rows, gzipped or not, in UTF-8, UTF-16 or Windows-1252; or Parquet.
 *
 * @returns the names of the columns, and each cell as text
 * @throws {TableError} `NOT_FOUND`, `UNSUPPORTED`, `INVALID_FORMAT`, `LIMIT_EXCEEDED`
 * @example
 * const { columns, rows } = await readTable(new TextEncoder().encode("rooms;price\n4;1,5\n"));
 * // columns ["rooms", "price"], rows [["4", "1,5"]], decimalComma true
 */
export async function readTable(source: TableSource, options: ReadTableOptions = {}): Promise<RawTable> {
  if (Array.isArray(source)) return tableFromRows(source);
  const bytes = await gunzipTable(await sourceBytes(source as Exclude<TableSource, readonly unknown[]>));
  requireSize(bytes.length);
  if (isParquet(bytes)) return readParquet(bytes);
  const { text, notes } = decodeText(bytes);
  const table = looksLikeJson(text) ? parseJsonTable(text) : parseCsv(text, options);
  return { ...table, notes: [...notes, ...table.notes] };
}
