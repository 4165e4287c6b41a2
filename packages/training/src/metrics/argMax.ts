import type { NdArray } from "@minibatch/datasets";
import { requireWhole } from "../data/requireWhole.ts";
import { TrainingError } from "../TrainingError.ts";

/**
 * Finds the column with the largest value of each row; the first one among equals, as NumPy does.
 *
 * @param scores `[rows, classes]`, e.g. the probabilities of `predict`
 * @returns the class of each row
 * @throws {TrainingError} `SHAPE_MISMATCH`, also for one column, in which the largest is always the first: compare it with 0.5;
 *   `INVALID_ARGUMENT` for a row with NaN, which has no largest value
 * @example
 * argMax({ data: Float32Array.of(0.1, 0.9, 0.7, 0.3), shape: [2, 2] }); // Int32Array [1, 0]
 */
export function argMax(scores: NdArray): Int32Array {
  const [rows, classes] = scores.shape;
  if (scores.shape.length !== 2 || rows === undefined || classes === undefined || classes === 0) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `scores must be [rows, classes], but they are [${scores.shape.join(", ")}].`,
    );
  }
  if (classes === 1) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `scores must have a column for each class, but they are [${rows}, 1], whose largest column is always the first. One column is the ` +
        "probability of the second of two classes: take Int32Array.from(scores.data, (p) => (p >= 0.5 ? 1 : 0)).",
    );
  }
  requireWhole(scores, "scores");
  const best = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const from = row * classes;
    let winner = from;
    for (let at = from; at < from + classes; at += 1) {
      const score = scores.data[at] as number;
      if (Number.isNaN(score)) {
        throw new TrainingError(
          "INVALID_ARGUMENT",
          `Row ${row} of scores holds NaN. Look for values that are not finite in its inputs or in the model's weights.`,
        );
      }
      if (score > (scores.data[winner] as number)) winner = at;
    }
    best[row] = winner - from;
  }
  return best;
}
