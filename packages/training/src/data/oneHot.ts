import type { NdArray } from "@minibatch/datasets";
import { requireCount } from "../requireCount.ts";
import { TrainingError } from "../TrainingError.ts";
import { encodeLabels } from "./encodeLabels.ts";

/**
 * Turns class labels into rows that are 1 at the label and 0 elsewhere.
 *
 * @param labels integers from 0 to `classes - 1`, or names of classes
 * @param classes the number of classes, or their names in order
 * @returns Float32 `[labels.length, classes]`
 * @throws {TrainingError} `INVALID_ARGUMENT` for a label outside the classes, or no number of classes
 * @example
 * oneHot([0, 2], 3).data; // Float32Array [1, 0, 0, 0, 0, 1]
 * oneHot(["Dog", "Other"], ["Cat", "Dog", "Other"]).data; // Float32Array [0, 1, 0, 0, 0, 1]
 */
export function oneHot(labels: ArrayLike<number>, classes: number): NdArray<Float32Array>;
export function oneHot(labels: readonly string[], classes: readonly string[]): NdArray<Float32Array>;
export function oneHot(
  labels: ArrayLike<number> | readonly string[],
  classes: number | readonly string[],
): NdArray<Float32Array> {
  if (typeof classes !== "number") {
    return oneHot(encodeLabels(labels as readonly string[], classes).labels, classes.length);
  }
  requireCount(classes, "classes", 1);
  const data = new Float32Array(labels.length * classes);
  for (let row = 0; row < labels.length; row += 1) {
    const label = labels[row] as number;
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new TrainingError(
        "INVALID_ARGUMENT",
        `Labels must be integers from 0 to ${classes - 1}, but label ${row} is ${label}.`,
      );
    }
    data[row * classes + label] = 1;
  }
  return { data, shape: [labels.length, classes] };
}
