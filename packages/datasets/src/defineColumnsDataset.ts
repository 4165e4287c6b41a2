import { numpyPermutation } from "./columns/numpyPermutation.ts";
import { parseColumns } from "./columns/parseColumns.ts";
import type { Dataset, DatasetCard, DatasetFile, LoadOptions, Samples, TrainTest } from "./Dataset.ts";
import { DatasetError } from "./DatasetError.ts";
import { limitRows } from "./loading/limitRows.ts";
import { loadEither } from "./loading/loadEither.ts";
import { patientTransfer, type Transfer } from "./loading/Transfer.ts";
import type { NdArray } from "./NdArray.ts";

/** A dataset of columns in one file that nobody has split: its card, and how the file is read. */
export interface ColumnsTable<Feature extends string>
  extends Omit<DatasetCard, "inputShape" | "featureNames" | "files" | "size"> {
  readonly features: readonly Feature[];
  readonly rows: number;
  readonly file: DatasetFile;
  /**
   * The rows, `[rows, features + 1]`: the target, a value or a label, is the last column.
   *
   * @default of a text with a row a line, whose last column is a value or the name of a class
   */
  readonly parse?: (
    file: DatasetFile,
    bytes: Uint8Array,
  ) => NdArray<Float64Array> | Promise<NdArray<Float64Array>>;
}

/** What the `load` of a dataset of columns takes. */
export interface ColumnsOptions<Feature extends string = string> extends LoadOptions {
  /**
   * The columns of `x`, in this order.
   *
   * @default all of them
   */
  readonly features?: readonly Feature[] | undefined;
  /**
   * The part of the rows that goes to `test`, at least 0 and less than 1.
   *
   * @default 0.2
   */
  readonly testSplit?: number | undefined;
  /**
   * An integer from 0 to 2^32 - 1 that says how the rows are shuffled before they are split.
   *
   * @default 113
   */
  readonly seed?: number | undefined;
}

/** A dataset of columns, with values or labels `[n]`: its `load` also takes columns and the split. */
export interface ColumnsDataset<Feature extends string, Y extends Float64Array | Uint8Array>
  extends Dataset<Float64Array, Y> {
  /** @throws {DatasetError} as every dataset, and `INVALID_ARGUMENT` for an unknown feature or an impossible split */
  load(options?: ColumnsOptions<Feature>): Promise<TrainTest<Float64Array, Y>>;
  /**
   * One column of samples with all of them, as for a scatter plot. To train on it, load it alone by `features`.
   *
   * @returns its values, `[n]`
   * @throws {DatasetError} `INVALID_ARGUMENT` for an unknown feature, or samples with other columns
   *
   * @example
   * bostonHousing.feature(train, "RM").data[0]; // 6.142 rooms
   */
  feature(samples: Samples, name: Feature): NdArray<Float64Array>;
}

/**
 * Makes a loader from a table: the rows are shuffled by NumPy's legacy generator and split, as Keras does it with its own.
 *
 * @param table what is to be loaded and from where
 * @param Targets what holds values, or labels
 * @param transfer how patient downloads are
 */
export function defineColumnsDataset<
  const Feature extends string,
  Y extends Float64Array | Uint8Array = Float64Array,
>(
  { features, rows: total, file, parse, ...about }: ColumnsTable<Feature>,
  Targets: { from(rows: Int32Array, value: (row: number) => number): Y },
  transfer: Transfer = patientTransfer,
): ColumnsDataset<Feature, Y> {
  const card: DatasetCard = {
    ...about,
    inputShape: [features.length],
    featureNames: features,
    size: { train: Math.trunc(total * 0.8), test: total - Math.trunc(total * 0.8) },
    files: [file],
  };
  const columnOf = (feature: Feature): number => {
    const column = features.indexOf(feature);
    if (column >= 0) return column;
    throw new DatasetError(
      "INVALID_ARGUMENT",
      `features must be among ${features.join(", ")}, got ${feature}`,
    );
  };
  /** Those rows and columns of the table. */
  const pick = (
    { data }: NdArray<Float64Array>,
    rows: Int32Array,
    columns: readonly number[],
  ): Samples<Float64Array, Y> => {
    const at = (row: number, column: number): number => data[row * (features.length + 1) + column] as number;
    const x = new Float64Array(rows.length * columns.length);
    for (const [index, row] of rows.entries()) {
      x.set(
        columns.map((column) => at(row, column)),
        index * columns.length,
      );
    }
    return {
      x: { data: x, shape: [rows.length, columns.length] },
      y: { data: Targets.from(rows, (row) => at(row, features.length)), shape: [rows.length] },
    };
  };
  return {
    ...card,
    async load(options = {}) {
      const { testSplit = 0.2, seed = 113, features: chosen = features } = options;
      requireSplit(testSplit, seed);
      const columns = chosen.map(columnOf);
      const trainSize = Math.trunc(total * (1 - testSplit));
      const trainRows = limitRows("train", options, trainSize);
      const testRows = limitRows("test", options, total - trainSize);
      const { file: found, bytes } = await loadEither(card, file, options, transfer);
      const table = await (parse?.(found, bytes) ?? parseColumns(bytes, card.classNames));
      requireShape(found, table, [total, features.length + 1]);
      const order = numpyPermutation(total, seed);
      return {
        train: pick(table, order.subarray(0, trainRows), columns),
        test: pick(table, order.subarray(trainSize, trainSize + testRows), columns),
      };
    },
    feature({ x: { data, shape } }, name) {
      const column = columnOf(name);
      const [rows = 0, columns] = shape;
      if (columns !== features.length) {
        throw new DatasetError(
          "INVALID_ARGUMENT",
          `feature() needs samples with all ${features.length} columns, got shape [${shape.join(", ")}]`,
        );
      }
      const values = Float64Array.from(
        { length: rows },
        (_, row) => data[row * columns + column] ?? Number.NaN,
      );
      return { data: values, shape: [rows] };
    },
  };
}

function requireSplit(testSplit: number, seed: number): void {
  if (!(testSplit >= 0 && testSplit < 1)) {
    throw new DatasetError(
      "INVALID_ARGUMENT",
      `testSplit must be at least 0 and less than 1, got ${testSplit}`,
    );
  }
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return;
  throw new DatasetError("INVALID_ARGUMENT", `seed must be an integer from 0 to 2^32 - 1, got ${seed}`);
}

function requireShape({ name }: DatasetFile, { shape }: NdArray, expected: readonly number[]): void {
  if (shape.join() === expected.join()) return;
  throw new DatasetError(
    "INVALID_FORMAT",
    `${name} should hold ${expected.join(" x ")} numbers, got ${shape.join(" x ")}`,
  );
}
