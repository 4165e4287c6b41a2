import { requireCount } from "../requireCount.ts";
import { TrainingError } from "../TrainingError.ts";

/**
 * Finds the weights by which each class counts alike, however often it occurs: `rows / (classes * count)`, as
 * scikit-learn's `compute_class_weight("balanced")`.
 *
 * @param labels integers from 0 to `classes - 1`
 * @param classes the number of classes
 * @returns a weight for each class; 0 for one that does not occur, which is not counted as a class either
 * @throws {TrainingError} `INVALID_ARGUMENT` for a label outside the classes
 * @example
 * balancedClassWeights([0, 0, 0, 1], 2); // [0.667, 2]
 */
export function balancedClassWeights(labels: ArrayLike<number>, classes: number): number[] {
  requireCount(classes, "classes", 1);
  const counts = Array.from({ length: classes }, () => 0);
  for (let row = 0; row < labels.length; row += 1) {
    const label = labels[row] as number;
    const count = counts[label];
    if (count === undefined) {
      throw new TrainingError(
        "INVALID_ARGUMENT",
        `Labels must be integers from 0 to ${classes - 1}, but label ${row} is ${label}.`,
      );
    }
    counts[label] = count + 1;
  }
  const occurring = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count === 0 ? 0 : labels.length / (occurring * count)));
}
