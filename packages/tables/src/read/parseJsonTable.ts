import type { RawTable } from "../RawTable.ts";
import { TableError } from "../TableError.ts";
import { tableFromRows } from "./tableFromRows.ts";

/** Whether a text is JSON, as far as its first character tells. */
export function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

/**
 * Reads JSON rows: a list of objects, or an object a line (JSON Lines).
 *
 * @throws {TableError} `INVALID_FORMAT`
 */
export function parseJsonTable(text: string): RawTable {
  if (text.trimStart().startsWith("[")) return tableFromRows(parse(text, "The file") as unknown[]);
  const lines = text.split("\n").map((line, index) => [line.trim(), index + 1] as const);
  return tableFromRows(
    lines.filter(([line]) => line !== "").map(([line, number]) => parse(line, `Line ${number}`)),
  );
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new TableError(
      "INVALID_FORMAT",
      `${what} begins as JSON, but is none (${(cause as Error).message}). A list of objects, or an object a line, is expected.`,
      { cause },
    );
  }
}
