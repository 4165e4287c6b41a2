import { requireSameLength } from "./requireSameLength.ts";

/**
 * Adds up the squared differences between actual and predicted values.
 *
 * @throws {TrainingError} `SHAPE_MISMATCH` when the lengths differ or are 0
 * @example
 * sumOfSquaredErrors([1, 0, 0], [0.37, 0.5, 0.13]); // 0.6638
 */
export function sumOfSquaredErrors(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  requireSameLength(actual, predicted);
  return sumOver(actual, predicted, (target, value) => (target - value) ** 2);
}

/**
 * Averages the squared differences between actual and predicted values.
 *
 * @throws {TrainingError} `SHAPE_MISMATCH` when the lengths differ or are 0
 * @example
 * meanSquaredError([1, 2], [1, 4]); // 2
 */
export function meanSquaredError(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  return sumOfSquaredErrors(actual, predicted) / actual.length;
}

/**
 * Averages the absolute differences between actual and predicted values, in the unit of the values.
 *
 * @throws {TrainingError} `SHAPE_MISMATCH` when the lengths differ or are 0
 * @example
 * meanAbsoluteError([1, 2], [1, 4]); // 1
 */
export function meanAbsoluteError(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  requireSameLength(actual, predicted);
  return sumOver(actual, predicted, (target, value) => Math.abs(target - value)) / actual.length;
}

/**
 * Measures the share of the variance of the actual values that the predictions explain: the coefficient of
 * determination.
 *
 * @returns 1 for perfect predictions, 0 for those of the mean, below 0 for worse ones. Where the actual values do not
 *   vary, 1 for perfect predictions and 0 for others, as scikit-learn has it.
 * @throws {TrainingError} `SHAPE_MISMATCH` when the lengths differ or are 0
 * @example
 * rSquared([1, 2, 3], [1, 2, 2]); // 0.5
 */
export function rSquared(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  const unexplained = sumOfSquaredErrors(actual, predicted);
  const mean = sumOver(actual, predicted, (target) => target) / actual.length;
  const total = sumOver(actual, predicted, (target) => (target - mean) ** 2);
  if (total === 0) return unexplained === 0 ? 1 : 0;
  return 1 - unexplained / total;
}

function sumOver(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  term: (target: number, value: number) => number,
): number {
  let sum = 0;
  for (let row = 0; row < actual.length; row += 1)
    sum += term(actual[row] as number, predicted[row] as number);
  return sum;
}
