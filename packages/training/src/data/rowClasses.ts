import type { NdArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";

/**
 * Tells the class of each row of targets: integer labels `[n]` or `[n, 1]`, or one-hot rows `[n, classes]`.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for targets that are no classes: numbers that are not whole, rows with several
 *   ones or none, images
 */
export function rowClasses({ data, shape }: NdArray): ArrayLike<number> {
  const [rows = 0, width = 1] = shape;
  if (shape.length > 2) {
    throw noClasses(`these have the shape [${shape.join(", ")}]`);
  }
  if (width === 1) {
    const odd = data.findIndex((value) => !Number.isInteger(value));
    if (odd >= 0) throw noClasses(`row ${odd} is ${data[odd]}`);
    return data;
  }
  return Int32Array.from({ length: rows }, (_, row) => {
    const values = data.subarray(row * width, (row + 1) * width);
    const hot = values.indexOf(1);
    const oneHot = hot >= 0 && values.every((value, column) => value === (column === hot ? 1 : 0));
    if (!oneHot) throw noClasses(`row ${row} is [${values.join(", ")}]`);
    return hot;
  });
}

function noClasses(found: string): TrainingError {
  return new TrainingError(
    "INVALID_ARGUMENT",
    `stratify needs a class for each row: integer labels [n] or [n, 1], or one-hot rows [n, classes]; ${found}. ` +
      "Split without stratify, or by the classes that the rows belong to.",
  );
}
