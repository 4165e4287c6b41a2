import type { NdArray } from "@minibatch/datasets";
import { requireCount } from "../requireCount.ts";
import { TrainingError } from "../TrainingError.ts";

/** A row that lies near another one. */
export interface Neighbour {
  readonly row: number;
  /** The cosine of the angle between the two, -1 to 1. */
  readonly similarity: number;
}

/**
 * Finds the rows that point the same way as a vector, by the cosine of the angle between them. A row of zeros points nowhere: its
 * similarity is 0.
 *
 * @param rows `[rows, values]`
 * @param vector as many values
 * @param count as many rows are given, fewer where there are no more
 * @returns the most similar first, of equal ones that which stands first
 * @throws {TrainingError} `SHAPE_MISMATCH`, `INVALID_ARGUMENT`
 * @example
 * nearestByCosine({ data: Float32Array.of(1, 0, 0, 2, 1, 1), shape: [3, 2] }, [0, 1], 1); // [{ row: 1, similarity: 1 }]
 */
export function nearestByCosine(
  { data, shape: [rows = 0, size = 0] }: NdArray,
  vector: ArrayLike<number>,
  count: number,
): Neighbour[] {
  requireCount(count, "count", 1);
  if (size !== vector.length) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `The rows have ${size} values each, but the vector has ${vector.length}.`,
    );
  }
  const length = Math.sqrt(dot(vector, vector));
  const all = Array.from({ length: rows }, (_, row) => {
    const values = data.subarray(row * size, (row + 1) * size);
    const product = length * Math.sqrt(dot(values, values));
    return { row, similarity: product > 0 ? dot(values, vector) / product : 0 };
  });
  return all.sort((a, b) => b.similarity - a.similarity || a.row - b.row).slice(0, count);
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
