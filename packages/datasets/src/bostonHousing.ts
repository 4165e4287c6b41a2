import { bostonFile, parseBoston } from "./boston/bostonTable.ts";
import type { Dataset, DatasetCard, LoadOptions, Samples, TrainTest } from "./Dataset.ts";
import { DatasetError } from "./DatasetError.ts";
import { limitRows } from "./loading/limitRows.ts";
import { loadEither } from "./loading/loadEither.ts";
import type { NdArray } from "./NdArray.ts";
import { numpyPermutation } from "./boston/numpyPermutation.ts";
import { patientTransfer } from "./loading/Transfer.ts";

const features = [
  "CRIM",
  "ZN",
  "INDUS",
  "CHAS",
  "NOX",
  "RM",
  "AGE",
  "DIS",
  "RAD",
  "TAX",
  "PTRATIO",
  "B",
  "LSTAT",
] as const;

/** A column of the Boston housing data. */
export type BostonFeature = (typeof features)[number];

/** What `bostonHousing.load` takes. */
export interface BostonHousingOptions extends LoadOptions {
  /**
   * The columns of `x`, in this order.
   *
   * @default all 13
   */
  readonly features?: readonly BostonFeature[] | undefined;
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

/** The Boston housing data: its `load` also takes columns and the split. */
export interface BostonHousing extends Dataset<Float64Array, Float64Array> {
  /** @throws {DatasetError} as every dataset, and `INVALID_ARGUMENT` for an unknown feature or an impossible split */
  load(options?: BostonHousingOptions): Promise<TrainTest<Float64Array, Float64Array>>;
  /**
   * One column of samples with all 13, as for a scatter plot. To train on it, load it alone by `features`.
   *
   * @returns its values, `[n]`
   * @throws {DatasetError} `INVALID_ARGUMENT` for an unknown feature, or samples with other columns
   *
   * @example
   * bostonHousing.feature(train, "RM").data[0]; // 6.142 rooms
   */
  feature(samples: Samples, name: BostonFeature): NdArray<Float64Array>;
}

const card: DatasetCard = {
  name: "boston-housing",
  title: "Boston housing",
  description:
    "The median price of homes in 506 tracts of Boston's suburbs in 1970, with 13 features of each tract.",
  task: "regression",
  inputShape: [features.length],
  classNames: [],
  featureNames: features,
  targetName: "price in $1000",
  size: { train: 404, test: 102 },
  files: [bostonFile],
  mirrors: [{ url: "https://archive.ics.uci.edu/ml/machine-learning-databases/housing/", cors: "unknown" }],
  license: "CC-BY-4.0",
  citation:
    "D. Harrison, D. L. Rubinfeld: Hedonic housing prices and the demand for clean air. J. Environ. Econ. Manag. 5, 1978",
  homepage: "https://archive.ics.uci.edu/ml/machine-learning-databases/housing/",
  note: "Column B is made from the share of Black residents on the assumption that it moves prices. Use it to learn regression, not to learn about people.",
};

/**
 * Boston housing: prices of homes by tract, the classic first regression.
 *
 * 506 rows, split into 404 for training and 102 for testing exactly as Keras splits them; 49 kB. Collected by David Harrison and
 * Daniel Rubinfeld from the US census of 1970: https://archive.ics.uci.edu/ml/machine-learning-databases/housing/
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Float64Array` of shape `[n, 13]`, or one column for each of `features`, unscaled
 * - `y`: `Float64Array` of shape `[n]`, the median price in thousands of dollars, 5 to 50
 *
 * | column | | column | |
 * | --- | --- | --- | --- |
 * | CRIM | crimes per head | DIS | distance to workplaces |
 * | ZN | % of land for large lots | RAD | access to highways |
 * | INDUS | % of land for industry | TAX | property tax per $10,000 |
 * | CHAS | 1 on the Charles River, else 0 | PTRATIO | pupils per teacher |
 * | NOX | nitric oxides, parts per 10 million | B | see the card's note |
 * | RM | rooms per home | LSTAT | % of residents of lower status |
 * | AGE | % of homes built before 1940 | | |
 *
 * @example
 * const { train } = await bostonHousing.load({ features: ["RM"] });
 * train.x.shape; // [404, 1]
 * train.x.data[0]; // 6.142 rooms
 * train.y.data[0]; // 15.2 thousand dollars
 *
 * Licence: Creative Commons Attribution 4.0, UCI Machine Learning Repository.
 */
export const bostonHousing: BostonHousing = {
  ...card,
  async load(options = {}) {
    const { testSplit = 0.2, seed = 113, features: chosen = features } = options;
    if (!(testSplit >= 0 && testSplit < 1)) {
      throw new DatasetError(
        "INVALID_ARGUMENT",
        `testSplit must be at least 0 and less than 1, got ${testSplit}`,
      );
    }
    if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) {
      throw new DatasetError("INVALID_ARGUMENT", `seed must be an integer from 0 to 2^32 - 1, got ${seed}`);
    }
    const columns = chosen.map(columnOf);
    const total = card.size.train + card.size.test;
    const trainSize = Math.trunc(total * (1 - testSplit));
    const trainRows = limitRows("train", options, trainSize);
    const testRows = limitRows("test", options, total - trainSize);
    const { file, bytes } = await loadEither(card, bostonFile, options, patientTransfer);
    const table = await parseBoston(file, bytes);
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

function columnOf(feature: BostonFeature): number {
  const column = features.indexOf(feature);
  if (column >= 0) return column;
  throw new DatasetError("INVALID_ARGUMENT", `features must be among ${features.join(", ")}, got ${feature}`);
}

/** Those rows and columns of the table; the price is its last column. */
function pick(
  { data, shape }: NdArray<Float64Array>,
  rows: Int32Array,
  columns: readonly number[],
): Samples<Float64Array, Float64Array> {
  const width = shape[1] ?? 0;
  const at = (row = 0, column = 0): number => data[row * width + column] ?? 0;
  const inputs = Array.from(rows, (row) => columns.map((column) => at(row, column))).flat();
  return {
    x: { data: Float64Array.from(inputs), shape: [rows.length, columns.length] },
    y: { data: Float64Array.from(rows, (row) => at(row, width - 1)), shape: [rows.length] },
  };
}
