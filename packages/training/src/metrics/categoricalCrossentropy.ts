import type { NdArray } from "@minibatch/datasets";
import { requireWhole } from "../data/requireWhole.ts";
import { TrainingError } from "../TrainingError.ts";

/** Keras' epsilon: probabilities are kept this far from 0 and 1, so that no logarithm is infinite. */
const epsilon = 1e-7;

/**
 * Measures the mean cross-entropy between integer labels and predicted probabilities, in nats, as Keras does.
 *
 * @param actual the true labels, integers from 0
 * @param probabilities `[rows, classes]`, each row summing to 1
 * @throws {TrainingError} `SHAPE_MISMATCH`, `INVALID_ARGUMENT` for a label outside the classes
 * @example
 * categoricalCrossentropy([0], { data: Float32Array.of(0.5, 0.5), shape: [1, 2] }); // 0.693, the logarithm of 2
 */
export function categoricalCrossentropy(actual: ArrayLike<number>, probabilities: NdArray): number {
  const [rows = 0, classes = 0] = probabilities.shape;
  if (probabilities.shape.length !== 2 || rows !== actual.length || rows === 0) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `probabilities must be [${actual.length}, classes], but they are [${probabilities.shape.join(", ")}].`,
    );
  }
  requireWhole(probabilities, "probabilities");
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    const label = actual[row] as number;
    const probability = label >= 0 && label < classes ? probabilities.data[row * classes + label] : undefined;
    if (probability === undefined) {
      throw new TrainingError(
        "INVALID_ARGUMENT",
        `Labels must be integers from 0 to ${classes - 1}, but label ${row} is ${label}.`,
      );
    }
    sum -= Math.log(Math.min(Math.max(probability, epsilon), 1 - epsilon));
  }
  return sum / rows;
}
