import type { Samples, TypedArray } from "@minibatch/datasets";
import { seededRandom } from "../random/seededRandom.ts";
import { shuffledIndices } from "../random/shuffledIndices.ts";
import { TrainingError } from "../TrainingError.ts";
import { gatherRows } from "./gatherRows.ts";
import { rowCount } from "./rowCount.ts";

/** Options of {@link kFold}. */
export interface KFoldOptions {
  /**
   * The number of parts, at least 2 and at most the number of rows.
   *
   * @default 5
   */
  readonly folds?: number | undefined;
  /**
   * Whether rows are shuffled first; without, each fold is a stretch of neighbours.
   *
   * @default true
   */
  readonly shuffle?: boolean | undefined;
  /**
   * Fixes the order.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
}

/**
 * Splits samples for cross-validation: each row is in the validation part of exactly one fold.
 *
 * Folds are made when they are asked for, so that only one pair of copies is in memory at a time. When the rows do not
 * divide evenly, the first folds have one more, as scikit-learn does.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for an impossible number of folds
 * @example
 * for (const { train, validation } of kFold(samples, { folds: 4 })) await fit(newModel(), train);
 */
export function* kFold<X extends TypedArray, Y extends TypedArray>(
  samples: Samples<X, Y>,
  options: KFoldOptions = {},
): Generator<{ readonly train: Samples<X, Y>; readonly validation: Samples<X, Y> }> {
  const { folds = 5, shuffle = true, seed = 1 } = options;
  const rows = rowCount(samples);
  if (!Number.isSafeInteger(folds) || folds < 2 || folds > rows) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `folds must be an integer from 2 to ${rows}, but it is ${folds}.`,
    );
  }
  const order = shuffle
    ? shuffledIndices(rows, seededRandom(seed, "kFold"))
    : Uint32Array.from({ length: rows }, (_, row) => row);
  const startOf = (fold: number): number => fold * Math.floor(rows / folds) + Math.min(fold, rows % folds);
  for (let fold = 0; fold < folds; fold += 1) {
    const [start, end] = [startOf(fold), startOf(fold + 1)];
    const held = order.subarray(start, end);
    const rest = order.filter((_, place) => place < start || place >= end);
    yield { train: gatherRows(samples, rest), validation: gatherRows(samples, held) };
  }
}
