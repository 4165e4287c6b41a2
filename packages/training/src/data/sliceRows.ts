import type { NdArray, Samples, TypedArray } from "@minibatch/datasets";
import { requireCount } from "../requireCount.ts";

/**
 * Takes the rows from `start` up to `end` (not included) without copying: both see the same memory.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` unless both are integers from 0
 * @example
 * const firstThousand = sliceRows(train, 0, 1000);
 */
export function sliceRows<X extends TypedArray, Y extends TypedArray>(
  { x, y }: Samples<X, Y>,
  start: number,
  end?: number,
): Samples<X, Y> {
  requireCount(start, "start");
  if (end !== undefined) requireCount(end, "end");
  return { x: slice(x, start, end), y: slice(y, start, end) };
}

function slice<Data extends TypedArray>(
  { data, shape }: NdArray<Data>,
  start: number,
  end?: number,
): NdArray<Data> {
  const [rows = 0, ...rowShape] = shape;
  const from = Math.min(start, rows);
  const to = Math.max(from, Math.min(end ?? rows, rows));
  const size = rowShape.reduce((product, length) => product * length, 1);
  return { data: data.subarray(from * size, to * size) as Data, shape: [to - from, ...rowShape] };
}
