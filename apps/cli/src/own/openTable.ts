import { resolve } from "node:path";
import type { TableData } from "@minibatch/recipes";
import { readTable, suggestTarget, table, type TableDataset } from "@minibatch/tables";
import { CliError } from "../CliError.ts";
import { countText } from "../terminal/numberText.ts";
import type { OwnData } from "./OwnData.ts";

/** Notes beyond so many are only counted. */
const shownNotes = 8;

/**
 * Opens a table.
 *
 * @param folder what its path starts from
 * @throws {CliError} `INVALID_USAGE` without a target, with the columns to choose from
 * @throws {TableError}
 */
export async function openTable(
  { table: path, target, options }: TableData,
  folder: string,
): Promise<OwnData> {
  const source = /^https?:\/\//.test(path) ? path : resolve(folder, path);
  if (target === "") throw await withoutTarget(source, path);
  const dataset = await table(source, { ...options, target });
  const { title, columns, notes, rows } = dataset;
  const testRows = rows.test.map((row) => row + 1);
  return {
    dataset,
    found: foundIn(dataset),
    about: { kind: "table", title, target, columns, notes, testRows },
  };
}

async function withoutTarget(source: string, path: string): Promise<CliError> {
  const raw = await readTable(source);
  return new CliError(
    "INVALID_USAGE",
    `Say which column of ${path} to predict: --target ${quoted(suggestTarget(raw))}\nIts columns: ${raw.columns.join(", ")}`,
  );
}

function quoted(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : JSON.stringify(name);
}

function foundIn({
  columns,
  title,
  targetName,
  task,
  classNames,
  size,
  notes,
  encoding,
}: TableDataset): string[] {
  const rows = size.train + (size.validation ?? 0) + size.test;
  const kinds = encoding.columns.map(({ kind }) => kind);
  const counted = [...new Set(kinds)].map(
    (kind) => `${kinds.filter((other) => other === kind).length} ${kind}`,
  );
  const what =
    task === "classification"
      ? `${classNames.length} classes (${classNames.slice(0, 6).join(", ")}${classNames.length > 6 ? ", …" : ""})`
      : "values";
  const more = notes.length - shownNotes;
  return [
    `${title}: ${countText(rows)} rows, ${columns.length} columns; to predict ${targetName}: ${what}`,
    `inputs from ${counted.join(", ")}`,
    ...notes.slice(0, shownNotes),
    ...(more > 0 ? [`and ${more} notes more`] : []),
    `split by what rows hold: ${countText(size.train)} training, ${countText(size.validation ?? 0)} validation, ${countText(size.test)} test`,
  ];
}
