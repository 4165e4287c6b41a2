import type { Samples, TypedArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";
import { rowCount } from "./rowCount.ts";
import { sliceRows } from "./sliceRows.ts";

/**
 * Holds back the last fraction of the samples, before any shuffling, as Keras' `validation_split` does.
 *
 * Nothing is copied: both parts see the memory of `samples`.
 *
 * @param fraction at least 0 and below 1; the training part has `floor(rows * (1 - fraction))` rows
 * @throws {TrainingError} `INVALID_ARGUMENT` when a part would be empty
 * @example
 * const { train, validation } = validationSplit(samples, 0.1);
 */
export function validationSplit<X extends TypedArray, Y extends TypedArray>(
  samples: Samples<X, Y>,
  fraction: number,
): { readonly train: Samples<X, Y>; readonly validation: Samples<X, Y> } {
  const rows = rowCount(samples);
  const trainRows = Math.floor(rows * (1 - fraction));
  if (!(fraction > 0 && fraction < 1) || trainRows === 0 || trainRows === rows) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `The validation fraction must leave at least one row on each side; it is ${fraction} of ${rows} rows.`,
    );
  }
  return { train: sliceRows(samples, 0, trainRows), validation: sliceRows(samples, trainRows) };
}
