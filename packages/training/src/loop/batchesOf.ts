import { TrainingError } from "../TrainingError.ts";

/**
 * Cuts row numbers into batches, the last one smaller when they do not divide evenly, as Keras does.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for a batch size that is not a positive integer
 */
export function batchesOf(rows: Uint32Array, batchSize: number): Uint32Array[] {
  if (!Number.isSafeInteger(batchSize) || batchSize < 1) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `batchSize must be a positive integer, but it is ${batchSize}.`,
    );
  }
  const count = Math.ceil(rows.length / batchSize);
  return Array.from({ length: count }, (_, index) =>
    rows.subarray(index * batchSize, (index + 1) * batchSize),
  );
}
