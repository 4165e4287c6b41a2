import type { Samples, TrainTest, TypedArray } from "@minibatch/datasets";
import { seededRandom } from "../random/seededRandom.ts";
import { shuffledIndices } from "../random/shuffledIndices.ts";
import { TrainingError } from "../TrainingError.ts";
import { gatherRows } from "./gatherRows.ts";
import { rowClasses } from "./rowClasses.ts";
import { rowCount } from "./rowCount.ts";

/** Options of {@link trainTestSplit}. */
export interface TrainTestSplitOptions {
  /**
   * The share of the rows that goes to the test part, above 0 and below 1; it is rounded up, as scikit-learn does.
   *
   * @default 0.25
   */
  readonly testSplit?: number | undefined;
  /**
   * Fixes the order.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /**
   * Whether each class has the same share in both parts, as far as whole rows allow; then it takes as many of each as
   * scikit-learn does. Targets are integer labels `[n]` or `[n, 1]`, or one-hot rows `[n, classes]`.
   *
   * @default false
   */
  readonly stratify?: boolean | undefined;
}

/**
 * Splits samples at random into a training and a test part; both are copies.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` when a part would be empty; with `stratify` also for targets that are no
 *   classes, for a class of a single row, and for a part with fewer rows than there are classes
 * @example
 * const { train, test } = trainTestSplit(samples, { testSplit: 0.2, seed: 7 });
 */
export function trainTestSplit<X extends TypedArray, Y extends TypedArray>(
  samples: Samples<X, Y>,
  options: TrainTestSplitOptions = {},
): TrainTest<X, Y> {
  const { testSplit = 0.25, seed = 1, stratify = false } = options;
  const rows = rowCount(samples);
  const testRows = Math.ceil(testSplit * rows);
  if (!(testSplit > 0 && testSplit < 1) || testRows >= rows) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `testSplit must leave at least one row on each side; it is ${testSplit} of ${rows} rows.`,
    );
  }
  const shuffled = shuffledIndices(rows, seededRandom(seed, "trainTestSplit"));
  const order = stratify ? testRowsFirst(shuffled, rowClasses(samples.y), testRows) : shuffled;
  return {
    train: gatherRows(samples, order.subarray(testRows)),
    test: gatherRows(samples, order.subarray(0, testRows)),
  };
}

/**
 * Puts the rows of the test part first, the order otherwise kept. Each class gets its share of the training part rounded
 * down, and the classes that lose most by it one more, as in scikit-learn.
 */
function testRowsFirst(rows: Uint32Array, classes: ArrayLike<number>, testRows: number): Uint32Array {
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const label = classes[row] as number;
    const group = groups.get(label);
    if (group) group.push(row);
    else groups.set(label, [row]);
  }
  const trainRows = rows.length - testRows;
  requireRowsOfEach(groups, Math.min(trainRows, testRows));
  const shares = [...groups.values()].map((group) => {
    const share = (group.length * trainRows) / rows.length;
    return { group, whole: Math.floor(share), lost: share - Math.floor(share) };
  });
  const spare = trainRows - shares.reduce((sum, { whole }) => sum + whole, 0);
  const inTest = new Uint8Array(rows.length);
  for (const [place, { group, whole }] of shares.sort((one, other) => other.lost - one.lost).entries()) {
    for (const row of group.slice(whole + (place < spare ? 1 : 0))) inTest[row] = 1;
  }
  return Uint32Array.from([
    ...rows.filter((row) => inTest[row] === 1),
    ...rows.filter((row) => inTest[row] === 0),
  ]);
}

/** Throws where some class cannot be on both sides, as scikit-learn does. */
function requireRowsOfEach(groups: ReadonlyMap<number, readonly number[]>, smallerPart: number): void {
  for (const [label, group] of groups) {
    if (group.length > 1) continue;
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `stratify needs at least two rows of each class, one for each side; class ${label} has 1. ` +
        "Add some, leave the class out, or split without stratify.",
    );
  }
  if (smallerPart >= groups.size) return;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `stratify needs a row of each of the ${groups.size} classes on both sides, but one side has ${smallerPart}. ` +
      "Choose another testSplit, or split without stratify.",
  );
}
