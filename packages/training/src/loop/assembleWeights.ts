import type { NdArray } from "@minibatch/datasets";
import { type Tensor, tensor1d } from "@tensorflow/tfjs-core";
import { TrainingError } from "../TrainingError.ts";

/**
 * Makes the weight of each sample of a batch from that of its class, float32 `[rows]`.
 *
 * @param y labels `[n]` or `[n, 1]`, or one-hot rows `[n, classes]`
 * @throws {TrainingError} `INVALID_ARGUMENT` for a label that has no weight
 */
export function assembleWeights(
  y: NdArray,
  rows: ArrayLike<number>,
  classWeights: readonly number[],
): Tensor {
  const width = y.shape[1] ?? 1;
  const weights = Float32Array.from(rows, (row) => {
    const label = width === 1 ? (y.data[row] as number) : hotColumn(y.data, row * width, width);
    const weight = classWeights[label];
    if (weight !== undefined) return weight;
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `classWeights has a weight for each of the classes 0 to ${classWeights.length - 1}, but row ${row} is of ` +
        `class ${label}. Give one for each class; targets that are no classes take none.`,
    );
  });
  return tensor1d(weights);
}

/** The column of the largest value of a row. */
function hotColumn(data: ArrayLike<number>, from: number, width: number): number {
  let hottest = 0;
  for (let column = 1; column < width; column += 1) {
    if ((data[from + column] as number) > (data[from + hottest] as number)) hottest = column;
  }
  return hottest;
}

/** Throws `INVALID_ARGUMENT` unless every weight is a finite number from 0. */
export function requireClassWeights(classWeights: readonly number[]): void {
  for (const [label, weight] of classWeights.entries()) {
    if (weight >= 0 && Number.isFinite(weight)) continue;
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `Class weights must be numbers from 0, but that of class ${label} is ${weight}.`,
    );
  }
}
