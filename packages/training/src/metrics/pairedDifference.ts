import { TrainingError } from "../TrainingError.ts";

/** The 97.5 % quantile of the normal distribution: 95 % lie between its two. */
const quantile = 1.959_963_984_540_054;

/**
 * Tells how sure it is that one model is better than another, of which both answered the same rows: the 95 % interval of the difference of
 * their accuracies, by the rows that only one of them told right (A. Agresti and Y. Min 2005, doi:10.1002/sim.1781). It is narrower than what
 * two intervals of their own would say, since rows that are easy, or hopeless, for both say nothing.
 *
 * @param onlyFirst how many rows only the first told right
 * @param onlySecond how many rows only the second told right
 * @param rows how many were looked at, from 1
 * @returns the lower and the upper end of the first's accuracy less the second's, -1 to 1; above 0 throughout where the first is better
 * @throws {TrainingError} `INVALID_ARGUMENT`
 * @example
 * pairedDifference(14, 4, 125); // [0.012, 0.146]: 8 points better on these rows, between 1 and 15 on more
 */
export function pairedDifference(
  onlyFirst: number,
  onlySecond: number,
  rows: number,
): readonly [low: number, high: number] {
  if (!(onlyFirst >= 0 && onlySecond >= 0 && rows >= 1 && onlyFirst + onlySecond <= rows)) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `Rows that one of two told right are expected to be from 0 to the number of rows, at least 1; they are ${onlyFirst} and ${onlySecond} of ${rows}.`,
    );
  }
  // Half a row more for each of the four outcomes: so that few rows promise nothing.
  const [first, second, all] = [onlyFirst + 0.5, onlySecond + 0.5, rows + 2];
  const middle = (first - second) / all;
  const half = (quantile * Math.sqrt(first + second - (first - second) ** 2 / all)) / all;
  return [Math.max(-1, middle - half), Math.min(1, middle + half)];
}
