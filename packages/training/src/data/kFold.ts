import type { Samples, TypedArray } from "@minibatch/datasets";
import { seededRandom } from "../random/seededRandom.ts";
import { shuffledIndices } from "../random/shuffledIndices.ts";
import { TrainingError } from "../TrainingError.ts";
import { gatherRows } from "./gatherRows.ts";
import { rowClasses } from "./rowClasses.ts";
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
   * Whether each class has the same share in all folds, as far as whole rows allow: scikit-learn's `StratifiedKFold`.
   * Targets are integer labels `[n]` or `[n, 1]`, or one-hot rows `[n, classes]`.
   *
   * @default false
   */
  readonly stratify?: boolean | undefined;
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
 * @throws {TrainingError} `INVALID_ARGUMENT` for an impossible number of folds; with `stratify` also for targets that are no
 *   classes, and when no class has a row for each fold
 * @example
 * for (const { train, validation } of kFold(samples, { folds: 4 })) await fit(newModel(), train);
 */
export function* kFold<X extends TypedArray, Y extends TypedArray>(
  samples: Samples<X, Y>,
  options: KFoldOptions = {},
): Generator<{ readonly train: Samples<X, Y>; readonly validation: Samples<X, Y> }> {
  const { folds = 5, shuffle = true, stratify = false, seed = 1 } = options;
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
  const foldOf = stratify ? dealClasses(order, rowClasses(samples.y), folds) : cutOrder(order, folds);
  for (let fold = 0; fold < folds; fold += 1) {
    const held = order.filter((row) => foldOf[row] === fold);
    const rest = order.filter((row) => foldOf[row] !== fold);
    yield { train: gatherRows(samples, rest), validation: gatherRows(samples, held) };
  }
}

/** The fold of each row, where each fold is a stretch of the order. */
function cutOrder(order: Uint32Array, folds: number): Uint32Array {
  const foldOf = new Uint32Array(order.length);
  const startOf = (fold: number): number =>
    fold * Math.floor(order.length / folds) + Math.min(fold, order.length % folds);
  for (let fold = 0; fold < folds; fold += 1) {
    for (const row of order.subarray(startOf(fold), startOf(fold + 1))) foldOf[row] = fold;
  }
  return foldOf;
}

/** The fold of each row, where the rows are dealt out like cards, one class after the other as they first occur. */
function dealClasses(order: Uint32Array, classes: ArrayLike<number>, folds: number): Uint32Array {
  const groups = new Map<number, number[]>();
  for (let row = 0; row < order.length; row += 1) groups.set(classes[row] as number, []);
  for (const row of order) groups.get(classes[row] as number)?.push(row);
  const most = Math.max(...[...groups.values()].map(({ length }) => length));
  if (most < folds) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `stratify needs a class with a row for each of the ${folds} folds, but the largest has ${most}. ` +
        "Ask for fewer folds, or split without stratify.",
    );
  }
  const foldOf = new Uint32Array(order.length);
  for (const [place, row] of [...groups.values()].flat().entries()) foldOf[row] = place % folds;
  return foldOf;
}
