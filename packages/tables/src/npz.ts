import { columnFeatures } from "./encode/columnEncoders.ts";
import { describeColumn } from "./columns/describeColumn.ts";
import { numberStatistics } from "./encode/numberStatistics.ts";
import type { TargetEncoding } from "./encode/TableEncoding.ts";
import { idOf } from "./idOf.ts";
import { npzInputs } from "./npz/npzInputs.ts";
import type { NpzPart } from "./npz/findArrays.ts";
import type { NpzDataset } from "./npz/NpzDataset.ts";
import type { NpzOptions } from "./npz/NpzOptions.ts";
import { type ReadPart, readParts } from "./npz/readParts.ts";
import { rowKeys } from "./npz/rowKeys.ts";
import { sourceBytes } from "./read/sourceBytes.ts";
import { sourceName } from "./sourceName.ts";
import { limitOf } from "./split/limitOf.ts";
import { requireRows } from "./split/requireRows.ts";
import { sharesOf } from "./split/sharesOf.ts";
import { splitRows } from "./split/splitRows.ts";
import { takeSamples } from "./split/takeSamples.ts";
import { TableError } from "./TableError.ts";
import type { TargetArray } from "./TableDataset.ts";
import { describeTarget } from "./target/describeTarget.ts";
import { encodeTargets } from "./target/encodeTargets.ts";

/** Some rows of a part. */
interface Taken {
  readonly part: NpzPart;
  readonly rows: readonly number[];
}

/**
 * Makes a dataset of an archive of NumPy arrays, as `numpy.savez` writes it: pictures `[n, height, width]` or
 * `[n, height, width, channels]` stay bytes, columns `[n, features]` are scaled as those of a table.
 *
 * Which arrays are inputs and which are targets shows in their names: `x_train, y_train, x_test, y_test` as in Keras' files, `images` and `labels`,
 * `data` and `target`, `x` and `y`. An archive that is split stays so; of another, rows are split by what they hold.
 *
 * @param source a path (in Node) or an address, the bytes, or a `File`
 * @returns a dataset: inputs `[n, height, width, channels]` from 0 to 255, or `[n, features]`; labels or values `[n]`
 * @throws {TableError} `MISSING_COLUMN` with what is inside where the names do not tell; `UNUSABLE_TARGET`; `UNSUPPORTED` for other shapes
 * @throws {DatasetError} for an archive that is damaged, or arrays that are no numbers
 * @example
 * const digits = await npz("digits.npz");
 * const { train, validation, test } = await digits.load();
 */
export async function npz(source: string | Uint8Array | Blob, options: NpzOptions = {}): Promise<NpzDataset> {
  const shares = sharesOf(options);
  const read = await readParts(await sourceBytes(source), options);
  const { parts } = read;
  const isPictures = [...parts.values()].some(({ x }) => x.shape.length > 2);
  const target = targetOf(read.y, parts, isPictures, options.task);
  const labels = (part: NpzPart): TargetArray =>
    encodeTargets(
      target,
      (parts.get(part)?.cells ?? []).map((cell) => cell ?? placeholder(target)),
      false,
    );
  const [base = "whole"] = parts.keys();
  const y = new Map([...parts.keys()].map((part) => [part, labels(part)]));
  const present = (part: NpzPart): number[] =>
    (parts.get(part)?.cells ?? []).flatMap((cell, row) => (cell === null ? [] : [row]));

  const rows = present(base);
  requireRows(rows.length, read.y);
  const keys = rowKeys((parts.get(base) as ReadPart).x);
  const split = splitRows(
    rows.map((row) => keys[row] as string),
    {
      labels:
        target.kind === "class" ? rows.map((row) => (y.get(base) as TargetArray)[row] as number) : undefined,
      validation: parts.has("validation") ? 0 : shares.validation,
      test: parts.has("test") ? 0 : shares.test,
      seed: shares.seed,
    },
  );
  const taken = (part: "train" | "validation" | "test"): Taken =>
    part !== "train" && parts.has(part)
      ? { part, rows: present(part) }
      : { part: base, rows: split[part].map((row) => rows[row] as number) };
  const sides = { train: taken("train"), validation: taken("validation"), test: taken("test") };
  const inputs = npzInputs(read, sides.train.rows, base, target);
  const { columns } = inputs;
  const samplesOf = ({ part, rows }: Taken, limit: number | undefined) => {
    const data = y.get(part) as TargetArray;
    return takeSamples({ x: inputs.x(part), y: { data, shape: [data.length] } }, rows.slice(0, limit));
  };
  const title = options.name ?? sourceName(source, "arrays");
  const missing = [...parts.values()].reduce(
    (sum, { cells }) => sum + cells.filter((cell) => cell === null).length,
    0,
  );
  return {
    name: idOf(title),
    title,
    description: `Arrays ${read.names.join(", ")} of ${[...parts.keys()].reduce((sum, part) => sum + present(part).length, 0)} rows.`,
    task: target.kind === "class" ? "classification" : "regression",
    inputShape: inputs.inputShape,
    classNames: target.kind === "class" ? target.classes : [],
    ...(columns && { featureNames: columns.flatMap(columnFeatures) }),
    targetName: read.y,
    ...(target.kind === "value" && {
      targetStatistics: numberStatistics(
        sides.train.rows.map((row) => (y.get(base) as TargetArray)[row] as number),
      ),
    }),
    preparation: inputs.preparation,
    size: {
      train: sides.train.rows.length,
      validation: sides.validation.rows.length,
      test: sides.test.rows.length,
    },
    files: [],
    mirrors: [],
    license: "",
    citation: "",
    homepage: "",
    arrays: read.names,
    splitBy: parts.has("test") ? "archive" : "content",
    notes: [
      ...inputs.notes,
      ...(missing > 0 ? [`${missing} rows have no "${read.y}" and are left out`] : []),
    ],
    async load(loadOptions = {}) {
      loadOptions.signal?.throwIfAborted();
      const limit = limitOf(loadOptions);
      return {
        train: samplesOf(sides.train, limit.train),
        validation: samplesOf(sides.validation, limit.train),
        test: samplesOf(sides.test, limit.test),
      };
    },
  };
}

/** Of all parts: a class that only the test has is one, too. */
function targetOf(
  name: string,
  parts: ReadonlyMap<NpzPart, ReadPart>,
  isPictures: boolean,
  task: NpzOptions["task"],
): TargetEncoding {
  const cells = [...parts.values()].flatMap((part) => part.cells);
  if (!isPictures) return describeTarget(describeColumn(name, cells, false), cells, false, task);
  const fraction = cells.find((cell) => cell !== null && !Number.isInteger(Number(cell)));
  if (task !== "regression" && fraction === undefined) {
    return describeTarget(describeColumn(name, cells, false), cells, false, "classification");
  }
  throw new TableError(
    "UNUSABLE_TARGET",
    `The target "${name}" of the pictures ${fraction === undefined ? "is asked to be values" : `holds ${fraction}`}: whole numbers, a label for ` +
      "each class, are expected.",
  );
}

/** What stands for a target that is missing: its row is never taken. */
function placeholder(target: TargetEncoding): string {
  return target.kind === "class" ? (target.classes[0] ?? "") : "0";
}
