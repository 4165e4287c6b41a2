import { TrainingError } from "../TrainingError.ts";

/** The 97.5 % quantile of the normal distribution: 95 % lie between its two. */
const quantile = 1.959_963_984_540_054;

/**
 * Tells how sure a share is that was counted on a few rows: the 95 % interval of E. B. Wilson (1927,
 * doi:10.1080/01621459.1927.10502953), which also holds for few rows and for shares near 0 and 1.
 *
 * @param hits how many of the rows, 0 to `rows`
 * @param rows how many were looked at, from 1
 * @returns the lower and the upper end, 0 to 1
 * @throws {TrainingError} `INVALID_ARGUMENT`
 * @example
 * wilsonInterval(57, 62); // [0.825, 0.965]: 92 % right on 62 pictures may be 83 % or 96 % on more
 */
export function wilsonInterval(hits: number, rows: number): readonly [low: number, high: number] {
  if (!(hits >= 0 && hits <= rows && rows >= 1)) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `Hits from 0 to the number of rows, at least 1, are expected; they are ${hits} of ${rows}.`,
    );
  }
  const share = hits / rows;
  const square = quantile ** 2 / rows;
  const middle = (share + square / 2) / (1 + square);
  const half = (quantile / (1 + square)) * Math.sqrt((share * (1 - share)) / rows + square / (4 * rows));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
