import Papa from "papaparse";
import { isMissing } from "../cells/isMissing.ts";
import type { RawTable } from "../RawTable.ts";
import { TableError } from "../TableError.ts";
import { hasHeader } from "./hasHeader.ts";
import type { ReadTableOptions } from "./ReadTableOptions.ts";
import { uniqueNames } from "./uniqueNames.ts";
import { usesDecimalComma } from "./usesDecimalComma.ts";

/**
 * Reads CSV, TSV and their relatives (RFC 4180, and what spreadsheets make of it): quotes, line breaks within them, any line end.
 *
 * @throws {TableError} `INVALID_FORMAT` for an empty text, a quote that does not end, or a row of another length than the first
 */
export function parseCsv(text: string, { header, delimiter, decimal }: ReadTableOptions = {}): RawTable {
  const { data, errors, meta } = Papa.parse<string[]>(text, {
    delimiter: delimiter ?? "",
    delimitersToGuess: [",", "\t", ";", "|"],
    skipEmptyLines: "greedy",
  });
  const torn = errors.find(({ type }) => type === "Quotes");
  if (torn) {
    throw new TableError(
      "INVALID_FORMAT",
      `Row ${(torn.row ?? 0) + 1}: a quoted cell does not end as it should (${torn.message.toLowerCase()}).`,
    );
  }
  const [first] = data;
  if (first === undefined) {
    throw new TableError(
      "INVALID_FORMAT",
      "The table is empty: a line of names, and a line for each row, are expected.",
    );
  }
  const decimalComma = decimal === undefined ? usesDecimalComma(meta.delimiter, data) : decimal === ",";
  const named = header ?? hasHeader(first, decimalComma);
  const width = first.length;
  requireWidth(data, width);
  const columns = uniqueNames(named ? first : first.map(() => ""));
  const rows = data.slice(named ? 1 : 0).map((row) =>
    row.map((cell) => {
      const trimmed = cell.trim();
      return isMissing(trimmed) ? null : trimmed;
    }),
  );
  const notes = named ? [] : ["the first line has numbers, so the columns are called column 1, column 2 …"];
  return withoutEmptyColumns({ columns, rows, decimalComma, notes }, first);
}

function requireWidth(rows: readonly (readonly string[])[], width: number): void {
  const wrong = rows.findIndex((row) => row.length !== width);
  if (wrong === -1) return;
  throw new TableError(
    "INVALID_FORMAT",
    `Row ${wrong + 1} has ${rows[wrong]?.length} cells, and the first row has ${width}. ` +
      "Put cells that hold the delimiter in quotes, or name another delimiter.",
  );
}

/** Spreadsheets end their lines in delimiters where a column was once: neither a name nor a value. */
function withoutEmptyColumns(table: RawTable, header: readonly string[]): RawTable {
  const kept = table.columns.flatMap((_, column) =>
    header[column]?.trim() === "" && table.rows.every((row) => row[column] === null) ? [] : [column],
  );
  if (kept.length === table.columns.length) return table;
  return {
    ...table,
    columns: kept.map((column) => table.columns[column] as string),
    rows: table.rows.map((row) => kept.map((column) => row[column] ?? null)),
  };
}
