import type { Dataset } from "@minibatch/datasets";
import { columnFeatures } from "./encode/columnEncoders.ts";
import { encodeTable, type EncodingProblem } from "./encode/encodeTable.ts";
import type { TableEncoding, TargetEncoding } from "./encode/TableEncoding.ts";
import { parseNumber } from "./cells/parseNumber.ts";
import { cellsOf } from "./RawTable.ts";
import { readTable } from "./read/readTable.ts";
import { sourceName } from "./sourceName.ts";
import { takeSamples } from "./split/takeSamples.ts";
import { TableError } from "./TableError.ts";
import type { TargetArray } from "./TableDataset.ts";
import type { TableSource } from "./TableSource.ts";
import { classLabels } from "./target/classLabels.ts";
import { encodeTargets } from "./target/encodeTargets.ts";

/** Another table as a test set. */
export interface TestTable extends Dataset<Float32Array, TargetArray> {
  /** Values that training did not see, or that cannot be read. */
  readonly problems: readonly EncodingProblem[];
  /** Rows without a target, which are left out. */
  readonly missingTargets: number;
}

/**
 * Makes a test set of a table, to measure a model by that was trained on another one: all of its rows that have a target, encoded as those were.
 *
 * @throws {TableError} as `readTable`; `MISSING_COLUMN`; `UNUSABLE_TARGET` for a class or a value that the model cannot predict
 * @example
 * const { load } = await testTable("houses-of-next-year.csv", encoding);
 * const { test } = await load();
 */
export async function testTable(source: TableSource, encoding: TableEncoding): Promise<TestTable> {
  const whole = await readTable(source);
  const { target } = encoding;
  const column = whole.columns.indexOf(target.name);
  if (column === -1) {
    throw new TableError(
      "MISSING_COLUMN",
      `The table has no column "${target.name}", which is to be predicted. It has ${whole.columns.map((name) => `"${name}"`).join(", ")}.`,
    );
  }
  const raw = { ...whole, rows: whole.rows.filter((row) => row[column] !== null) };
  const cells = cellsOf(raw, column).filter((cell) => cell !== null);
  requireKnown(target, cells, raw.decimalComma);
  const { x, problems } = encodeTable(raw, encoding);
  const y = { data: encodeTargets(target, cells, raw.decimalComma), shape: [cells.length] };
  const every = cells.map((_, row) => row);
  const title = sourceName(source);
  return {
    name: title,
    title,
    description: `A table of ${cells.length} rows to test by.`,
    task: target.kind === "class" ? "classification" : "regression",
    inputShape: x.shape.slice(1),
    classNames: target.kind === "class" ? target.classes : [],
    featureNames: encoding.columns.flatMap(columnFeatures),
    targetName: target.name,
    size: { train: 0, test: cells.length },
    files: [],
    mirrors: [],
    license: "",
    citation: "",
    homepage: "",
    problems,
    missingTargets: whole.rows.length - cells.length,
    async load({ limit, split } = {}) {
      const most = split === "train" ? 0 : typeof limit === "number" ? limit : limit?.test;
      const samples = { x, y };
      return { train: takeSamples(samples, []), test: takeSamples(samples, every.slice(0, most)) };
    },
  };
}

function requireKnown(target: TargetEncoding, cells: readonly string[], decimalComma: boolean): void {
  const labelOf = target.kind === "class" ? classLabels(target.classes, decimalComma) : undefined;
  const wrong = cells.findIndex(
    (cell) => (labelOf ? labelOf(cell) : parseNumber(cell, decimalComma)) === undefined,
  );
  if (wrong === -1) return;
  const expected = target.kind === "class" ? `one of ${target.classes.join(", ")}` : "a number";
  throw new TableError(
    "UNUSABLE_TARGET",
    `"${target.name}" must be ${expected}, but in row ${wrong + 1} it is "${cells[wrong]}".`,
  );
}
