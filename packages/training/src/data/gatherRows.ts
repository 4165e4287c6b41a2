import type { NdArray, Samples, TypedArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";

/**
 * Copies the rows with the given indices, in their order.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for an index without a row
 * @example
 * const mistakes = gatherRows(test, Uint32Array.of(8, 115, 149));
 */
export function gatherRows<X extends TypedArray, Y extends TypedArray>(
  { x, y }: Samples<X, Y>,
  indices: ArrayLike<number>,
): Samples<X, Y> {
  return { x: gather(x, indices), y: gather(y, indices) };
}

function gather<Data extends TypedArray>(
  { data, shape }: NdArray<Data>,
  indices: ArrayLike<number>,
): NdArray<Data> {
  const [rows = 0, ...rowShape] = shape;
  const size = rowShape.reduce((product, length) => product * length, 1);
  const Constructor = data.constructor as new (length: number) => Data;
  const gathered = new Constructor(indices.length * size);
  for (let row = 0; row < indices.length; row += 1) {
    const index = indices[row] as number;
    if (!(Number.isInteger(index) && index >= 0 && index < rows)) {
      throw new TrainingError(
        "INVALID_ARGUMENT",
        `Indices must be from 0 to ${rows - 1}, but index ${row} is ${index}.`,
      );
    }
    const from = index * size;
    gathered.set(data.subarray(from, from + size), row * size);
  }
  return { data: gathered, shape: [indices.length, ...rowShape] };
}
