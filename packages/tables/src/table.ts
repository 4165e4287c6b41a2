import { describeColumns, requireColumn } from "./columns/describeColumns.ts";
import { isDash } from "./cells/isDash.ts";
import type { TableColumn } from "./TableColumn.ts";
import { columnFeatures } from "./encode/columnEncoders.ts";
import { encodeTable } from "./encode/encodeTable.ts";
import { fitTable } from "./encode/fitTable.ts";
import { numberStatistics } from "./encode/numberStatistics.ts";
import type { TableEncoding } from "./encode/TableEncoding.ts";
import { idOf } from "./idOf.ts";
import { cellsOf } from "./RawTable.ts";
import { readTable } from "./read/readTable.ts";
import { sourceName } from "./sourceName.ts";
import { limitOf } from "./split/limitOf.ts";
import { requireRows } from "./split/requireRows.ts";
import { sharesOf } from "./split/sharesOf.ts";
import { splitRows } from "./split/splitRows.ts";
import { takeSamples } from "./split/takeSamples.ts";
import type { TableDataset } from "./TableDataset.ts";
import { TableError } from "./TableError.ts";
import type { TableOptions } from "./TableOptions.ts";
import type { TableSource } from "./TableSource.ts";
import { describeTarget } from "./target/describeTarget.ts";
import { encodeTargets } from "./target/encodeTargets.ts";

/**
 * Makes a dataset of a table: finds out what each column holds, splits the rows, and fits on the training rows alone what turns the
 * columns into inputs.
 *
 * The whole table is held as text while this runs, several times its size; what stays is four bytes an input.
 *
 * @param source a path or an address of CSV, TSV or JSON rows, their bytes, a `File`, or rows that are objects
 * @returns a dataset: its card, the columns with their kinds, the encoding that belongs beside a trained model, and `load`
 * @throws {TableError} for a table that cannot be read, a target that is not there or cannot be predicted, or too few rows
 * @example
 * const houses = await table("houses.csv", { target: "price" });
 * houses.columns; // [{ name: "rooms", kind: "number", … }, { name: "city", kind: "category", … }, …]
 * const { train, validation, test } = await houses.load();
 */
export async function table(source: TableSource, options: TableOptions): Promise<TableDataset> {
  const shares = sharesOf(options);
  const whole = await readTable(source, options);
  const { decimalComma } = whole;
  requireColumn(whole, options.target);
  const columns = describeColumns(whole, options.kinds ?? {});
  const targetAt = whole.columns.indexOf(options.target);
  const targetColumn = columns[targetAt] as TableColumn;

  const hasTarget = (cell: string | null | undefined): boolean =>
    cell !== null && cell !== undefined && !(targetColumn.kind === "number" && isDash(cell));
  const places = whole.rows.flatMap((row, place) => (hasTarget(row[targetAt]) ? [place] : []));
  requireRows(places.length, options.target);
  const raw = { ...whole, rows: places.map((place) => whole.rows[place] ?? []) };
  const targets = cellsOf(raw, targetAt).filter((cell) => cell !== null);
  const target = describeTarget(targetColumn, targets, decimalComma, options.task);
  const inputs = columns.filter((column) => column !== targetColumn && column.leftOut === undefined);
  requireInputs(columns, inputs, targetColumn);

  const y = encodeTargets(target, targets, decimalComma);
  const used = [...inputs, targetColumn].map((column) => columns.indexOf(column));
  const split = splitRows(
    raw.rows.map((row) => used.map((column) => row[column] ?? "").join("\u001F")),
    { labels: target.kind === "class" ? Array.from(y) : undefined, ...shares },
  );
  const encoding: TableEncoding = {
    format: 1,
    columns: fitTable(raw, inputs, split.train),
    target,
    decimalComma,
  };
  const { x } = encodeTable(raw, encoding);
  const samples = { x, y: { data: y, shape: [y.length] } };
  const title = options.name ?? sourceName(source);
  return {
    name: idOf(title),
    title,
    description: `A table of ${y.length} rows and ${inputs.length} columns to predict ${options.target} from.`,
    task: target.kind === "class" ? "classification" : "regression",
    inputShape: x.shape.slice(1),
    classNames: target.kind === "class" ? target.classes : [],
    featureNames: encoding.columns.flatMap(columnFeatures),
    targetName: options.target,
    ...(target.kind === "value" && {
      targetStatistics: numberStatistics(split.train.map((row) => y[row] as number)),
    }),
    preparation: { kind: "table", encoding },
    size: {
      train: split.train.length,
      validation: split.validation.length,
      test: split.test.length,
    },
    files: [],
    mirrors: [],
    license: "",
    citation: "",
    homepage: "",
    columns: columns.map((column) => (column === targetColumn ? { ...column, leftOut: undefined } : column)),
    encoding,
    rows: {
      train: split.train.map((row) => places[row] as number),
      validation: split.validation.map((row) => places[row] as number),
      test: split.test.map((row) => places[row] as number),
    },
    notes: [
      ...whole.notes,
      ...targetNotes(whole.rows.length - y.length, options.target),
      ...columnNotes(
        columns.map((column) => (column === targetColumn ? { ...column, leftOut: undefined } : column)),
      ),
    ],
    async load(loadOptions = {}) {
      loadOptions.signal?.throwIfAborted();
      const limit = limitOf(loadOptions);
      return {
        train: takeSamples(samples, split.train.slice(0, limit.train)),
        validation: takeSamples(samples, split.validation.slice(0, limit.train)),
        test: takeSamples(samples, split.test.slice(0, limit.test)),
      };
    },
  };
}

function requireInputs(
  columns: readonly TableColumn[],
  inputs: readonly TableColumn[],
  target: TableColumn,
): void {
  if (inputs.length > 0) return;
  const others = columns.filter((column) => column !== target);
  const why = others.map(({ name, leftOut }) => `"${name}", since ${leftOut}`).join("; ");
  throw new TableError(
    "INVALID_ARGUMENT",
    why === ""
      ? `The table has no column beside the target "${target.name}".`
      : `Nothing is left to predict "${target.name}" from; left out: ${why}. Say by \`kinds\` what a column is.`,
  );
}

function targetNotes(missing: number, target: string): string[] {
  if (missing === 0) return [];
  return [
    missing === 1
      ? `1 row has no "${target}" and is left out`
      : `${missing} rows have no "${target}" and are left out`,
  ];
}

function columnNotes(columns: readonly TableColumn[]): string[] {
  return columns.flatMap(({ name, leftOut, note }) => [
    ...(leftOut === undefined ? [] : [`"${name}" is left out: ${leftOut}`]),
    ...(note === undefined ? [] : [`"${name}": ${note}`]),
  ]);
}
