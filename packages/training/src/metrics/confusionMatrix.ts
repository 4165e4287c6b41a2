import { requireCount } from "../requireCount.ts";
import { TrainingError } from "../TrainingError.ts";
import { requireSameLength } from "./requireSameLength.ts";

/**
 * Counts how often each class was taken for each: rows are actual classes, columns predicted ones, as in scikit-learn.
 *
 * @param actual the true labels
 * @param predicted the predicted labels
 * @param classes the number of classes
 * @returns `classes` rows of `classes` counts
 * @throws {TrainingError} `INVALID_ARGUMENT` for a label outside the classes, `SHAPE_MISMATCH`
 * @example
 * confusionMatrix([0, 0, 1], [0, 1, 1], 2); // [[1, 1], [0, 1]]
 */
export function confusionMatrix(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): number[][] {
  requireSameLength(actual, predicted);
  requireCount(classes, "classes", 1);
  const matrix = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  for (let row = 0; row < actual.length; row += 1) {
    const counts = matrix[actual[row] as number];
    const column = predicted[row] as number;
    if (counts?.[column] === undefined) {
      throw new TrainingError(
        "INVALID_ARGUMENT",
        `Labels must be integers from 0 to ${classes - 1}, but pair ${row} is (${actual[row]}, ${column}).`,
      );
    }
    counts[column] += 1;
  }
  return matrix;
}
