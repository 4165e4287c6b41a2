import { requireSameLength } from "./requireSameLength.ts";

/**
 * Measures the share of labels that were predicted right.
 *
 * @param actual the true labels
 * @param predicted the predicted labels
 * @returns 0 to 1
 * @throws {TrainingError} `SHAPE_MISMATCH` when the lengths differ or are 0
 * @example
 * accuracy([1, 2, 3, 4], [1, 2, 3, 0]); // 0.75
 */
export function accuracy(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  requireSameLength(actual, predicted);
  let right = 0;
  for (let row = 0; row < actual.length; row += 1) if (actual[row] === predicted[row]) right += 1;
  return right / actual.length;
}
