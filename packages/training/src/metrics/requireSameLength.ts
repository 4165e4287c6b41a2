import { TrainingError } from "../TrainingError.ts";

/** Throws unless there is one prediction for each actual value, and at least one. */
export function requireSameLength(actual: ArrayLike<unknown>, predicted: ArrayLike<unknown>): void {
  if (actual.length === predicted.length && actual.length > 0) return;
  throw new TrainingError(
    "SHAPE_MISMATCH",
    `Each actual value needs its prediction: there are ${actual.length} actual and ${predicted.length} predicted.`,
  );
}
