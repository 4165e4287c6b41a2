import type { Samples, TrainTest, TypedArray } from "@minibatch/datasets";
import { seededRandom } from "../random/seededRandom.ts";
import { shuffledIndices } from "../random/shuffledIndices.ts";
import { TrainingError } from "../TrainingError.ts";
import { gatherRows } from "./gatherRows.ts";
import { rowCount } from "./rowCount.ts";

/** Options of {@link trainTestSplit}. */
export interface TrainTestSplitOptions {
  /**
   * The share of the rows that goes to the test part, above 0 and below 1; it is rounded up, as scikit-learn does.
   *
   * @default 0.25
   */
  readonly testFraction?: number | undefined;
  /**
   * Fixes the order.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /**
   * Whether each label has the same share in both parts, as far as whole rows allow.
   *
   * @default false
   */
  readonly stratify?: boolean | undefined;
}

/**
 * Splits samples at random into a training and a test part; both are copies.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` when a part would be empty
 * @example
 * const { train, test } = trainTestSplit(samples, { testFraction: 0.2, seed: 7 });
 */
export function trainTestSplit<X extends TypedArray, Y extends TypedArray>(
  samples: Samples<X, Y>,
  options: TrainTestSplitOptions = {},
): TrainTest<X, Y> {
  const { testFraction = 0.25, seed = 1, stratify = false } = options;
  const rows = rowCount(samples);
  const testRows = Math.ceil(testFraction * rows);
  if (!(testFraction > 0 && testFraction < 1) || testRows >= rows) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `testFraction must leave at least one row on each side; it is ${testFraction} of ${rows} rows.`,
    );
  }
  const shuffled = shuffledIndices(rows, seededRandom(seed, "trainTestSplit"));
  const order = stratify ? spreadLabels(shuffled, samples.y.data) : shuffled;
  return {
    train: gatherRows(samples, order.subarray(testRows)),
    test: gatherRows(samples, order.subarray(0, testRows)),
  };
}

/** Reorders rows so that each label is spread evenly: every stretch from the start holds it in proportion. */
function spreadLabels(rows: Uint32Array, labels: ArrayLike<number>): Uint32Array {
  const totals = new Map<number, number>();
  for (const row of rows) totals.set(labels[row] as number, (totals.get(labels[row] as number) ?? 0) + 1);
  const seen = new Map<number, number>();
  const placed = Array.from(rows, (row) => {
    const label = labels[row] as number;
    const count = seen.get(label) ?? 0;
    seen.set(label, count + 1);
    return { row, place: (count + 0.5) / (totals.get(label) ?? 1) };
  });
  return Uint32Array.from(
    placed.sort((one, other) => one.place - other.place),
    ({ row }) => row,
  );
}
