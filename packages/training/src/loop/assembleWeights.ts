import type { NdArray } from "@minibatch/datasets";
import { type Tensor, tensor1d } from "@tensorflow/tfjs-core";
import { TrainingError } from "../TrainingError.ts";
import type { CompiledModel } from "./CompiledModel.ts";
import { requireTargetValues } from "./requireTargetValues.ts";

/**
 * Makes the weight of each sample of a batch from that of its class, float32 `[rows]`.
 *
 * @param y labels `[n]` or `[n, 1]`, or one-hot rows `[n, classes]`
 */
export function assembleWeights(
  y: NdArray,
  rows: ArrayLike<number>,
  classWeights: readonly number[],
): Tensor {
  return tensor1d(Float32Array.from(rows, (row) => classWeights[classOf(y, row)] ?? Number.NaN));
}

/**
 * Throws `INVALID_ARGUMENT` unless every weight is a finite number from 0, and every row is of a class that has one.
 */
export function requireClassWeights(
  { lossName, outputShape }: CompiledModel,
  y: NdArray,
  classWeights: readonly number[],
): void {
  if (!Array.isArray(classWeights)) {
    throw invalid("classWeights must be a list, the weight of class 0 first, but it is an object.");
  }
  for (const [label, weight] of (classWeights as readonly number[]).entries()) {
    if (weight >= 0 && Number.isFinite(weight)) continue;
    throw invalid(`Class weights must be numbers from 0, but that of class ${label} is ${weight}.`);
  }
  if (outputShape.length !== 1) {
    throw invalid(
      "Class weights are for models of one prediction a row, but the output of this one is " +
        `[${["rows", ...outputShape].join(", ")}]. Weigh in a loss of your own.`,
    );
  }
  const [outputs = 1] = outputShape;
  const [rows = 0] = y.shape;
  // Rows with several ones are of no single class.
  if (lossName === "binaryCrossentropy" && outputs !== null && outputs > 1) {
    requireTargetValues("distributions", y, "y", outputs, "binaryCrossentropy with classWeights");
  }
  for (let row = 0; row < rows; row += 1) {
    const label = classOf(y, row);
    if (classWeights[label] !== undefined) continue;
    throw invalid(
      `classWeights has a weight for each of the classes 0 to ${classWeights.length - 1}, but row ${row} is of ` +
        `class ${label}. Give one for each class; targets that are no classes take none.`,
    );
  }
  const classes = outputs === 1 ? 2 : outputs;
  if (classes === null || classes === classWeights.length || !/crossentropy/i.test(lossName ?? "")) return;
  throw invalid(
    `classWeights has ${classWeights.length} weights, but the model tells ${classes} classes apart. Give one for each.`,
  );
}

/** The label of a row, or the column of its largest value. */
function classOf({ data, shape }: NdArray, row: number): number {
  const width = shape[1] ?? 1;
  if (width === 1) return data[row] as number;
  let hottest = 0;
  for (let column = 1; column < width; column += 1) {
    if ((data[row * width + column] as number) > (data[row * width + hottest] as number)) hottest = column;
  }
  return hottest;
}

function invalid(message: string): TrainingError {
  return new TrainingError("INVALID_ARGUMENT", message);
}
