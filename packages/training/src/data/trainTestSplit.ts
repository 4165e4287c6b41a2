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
   * Whether each label has the same share in both parts, as far as whole rows allow; then it takes as many of each as
   * scikit-learn does.
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
  const order = stratify ? testRowsFirst(shuffled, samples.y.data, testRows) : shuffled;
  return {
    train: gatherRows(samples, order.subarray(testRows)),
    test: gatherRows(samples, order.subarray(0, testRows)),
  };
}

/**
 * Puts the rows of the test part first, the order otherwise kept. Each label gets its share of the training part rounded
 * down, and the labels that lose most by it one more, as in scikit-learn.
 */
function testRowsFirst(rows: Uint32Array, labels: ArrayLike<number>, testRows: number): Uint32Array {
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const label = labels[row] as number;
    const group = groups.get(label);
    if (group) group.push(row);
    else groups.set(label, [row]);
  }
  const trainRows = rows.length - testRows;
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
