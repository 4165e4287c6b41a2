import type { NdArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";

/**
 * Throws `SHAPE_MISMATCH` unless an array holds as many values as its shape says.
 *
 * @param name what it is called in the message
 */
export function requireWhole(array: Partial<NdArray> | undefined, name: string): void {
  const { data, shape } = array ?? {};
  // Callers without types also give tensors, whose data is a function, and lists of lists.
  if (!shape || typeof data !== "object" || data === null) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `${name} must be { data, shape }, a typed array and the length of each axis. Of a tensor, give ` +
        "{ data: await tensor.data(), shape: tensor.shape }.",
    );
  }
  const values = shape.reduce((product, length) => product * length, 1);
  const counts = shape.length > 0 && shape.every((length) => Number.isSafeInteger(length) && length >= 0);
  if (counts && data.length === values) return;
  throw new TrainingError(
    "SHAPE_MISMATCH",
    counts
      ? `${name} has the shape [${shape.join(", ")}], which is ${values} values, but holds ${data.length}.`
      : `${name} must have the shape [rows, ...], but it has [${shape.join(", ")}].`,
  );
}
