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
  const { testFraction = 0.25, seed = 1 } = options;
  const rows = rowCount(samples);
  const testRows = Math.ceil(testFraction * rows);
  if (!(testFraction > 0 && testFraction < 1) || testRows >= rows) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `testFraction must leave at least one row on each side; it is ${testFraction} of ${rows} rows.`,
    );
  }
  const order = shuffledIndices(rows, seededRandom(seed, "trainTestSplit"));
  return {
    train: gatherRows(samples, order.subarray(testRows)),
    test: gatherRows(samples, order.subarray(0, testRows)),
  };
}
