import type { NdArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";

/** A plane through values: `weights · x + bias`. */
export interface LinearFit {
  /** One for each feature. */
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Options of {@link ridgeRegression}. */
export interface RidgeRegressionOptions {
  /**
   * How much large weights cost, from above 0: what keeps features that say the same from growing against each other.
   *
   * @default 1, as in scikit-learn
   */
  readonly alpha?: number | undefined;
}

/**
 * Fits a linear model by least squares with a penalty on the squared weights, and none on the bias: scikit-learn's `Ridge`. It is solved, not trained, so it
 * is the same on every machine and needs no rate.
 *
 * Takes features² numbers of memory and features³ / 3 + rows · features² multiplications: a thousand features are a second.
 *
 * @param x `[rows, features]`
 * @param y `[rows]`
 * @throws {TrainingError} `SHAPE_MISMATCH`, `INVALID_ARGUMENT` for an `alpha` that is not above 0, or values that are not finite
 * @example
 * const { weights, bias } = ridgeRegression({ data: [0, 1, 2], shape: [3, 1] }, [1, 3, 5], { alpha: 1e-9 }); // 2 and 1
 */
export function ridgeRegression(
  x: NdArray,
  y: ArrayLike<number>,
  { alpha = 1 }: RidgeRegressionOptions = {},
): LinearFit {
  const [rows = 0, features = 0] = x.shape;
  if (x.shape.length !== 2 || y.length !== rows || rows === 0) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `x must be [rows, features] with a y for each row, but x is [${x.shape.join(", ")}] and y has ${y.length}.`,
    );
  }
  if (!(alpha > 0)) {
    throw new TrainingError("INVALID_ARGUMENT", `alpha must be above 0, but it is ${alpha}.`);
  }
  const means = new Float64Array(features);
  let target = 0;
  for (let row = 0; row < rows; row += 1) {
    target += (y[row] as number) / rows;
    for (let at = 0; at < features; at += 1)
      means[at] = (means[at] as number) + (x.data[row * features + at] as number) / rows;
  }
  const { gram, moments } = centredProducts(x, y, means, target);
  for (let at = 0; at < features; at += 1)
    gram[at * features + at] = (gram[at * features + at] as number) + alpha;
  const weights = solvePositive(gram, moments);
  const bias = weights.reduce((rest, weight, at) => rest - weight * (means[at] as number), target);
  if (weights.every(Number.isFinite) && Number.isFinite(bias)) return { weights, bias };
  throw new TrainingError("INVALID_ARGUMENT", "x and y must be finite numbers, but some are not.");
}

/** The products of the columns with each other and with the targets, all moved to mean 0. */
function centredProducts(
  { data, shape }: NdArray,
  y: ArrayLike<number>,
  means: Float64Array,
  target: number,
) {
  const [rows = 0, features = 0] = shape;
  const gram = new Float64Array(features * features);
  const moments = new Float64Array(features);
  const centred = new Float64Array(features);
  for (let row = 0; row < rows; row += 1) {
    for (let at = 0; at < features; at += 1)
      centred[at] = (data[row * features + at] as number) - (means[at] as number);
    const residual = (y[row] as number) - target;
    for (let at = 0; at < features; at += 1) {
      const value = centred[at] as number;
      moments[at] = (moments[at] as number) + value * residual;
      if (value === 0) continue;
      for (let other = 0; other <= at; other += 1) {
        gram[at * features + other] =
          (gram[at * features + other] as number) + value * (centred[other] as number);
      }
    }
  }
  return { gram, moments };
}

/** Solves a system that is positive definite, given by its lower triangle, by Cholesky's decomposition, in place. */
function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number) => matrix[row * size + column] as number;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(row, column);
      for (let inner = 0; inner < column; inner += 1) sum -= at(row, inner) * at(column, inner);
      matrix[row * size + column] = row === column ? Math.sqrt(sum) : sum / at(column, column);
    }
  }
  for (let row = 0; row < size; row += 1) {
    let sum = right[row] as number;
    for (let inner = 0; inner < row; inner += 1) sum -= at(row, inner) * (right[inner] as number);
    right[row] = sum / at(row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row] as number;
    for (let inner = row + 1; inner < size; inner += 1) sum -= at(inner, row) * (right[inner] as number);
    right[row] = sum / at(row, row);
  }
  return right;
}
