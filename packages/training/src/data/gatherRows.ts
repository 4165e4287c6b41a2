import type { NdArray, Samples, TypedArray } from "@minibatch/datasets";

/**
 * Copies the rows with the given indices, in their order.
 *
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
  const rowShape = shape.slice(1);
  const size = rowShape.reduce((product, length) => product * length, 1);
  const Constructor = data.constructor as new (length: number) => Data;
  const gathered = new Constructor(indices.length * size);
  for (let row = 0; row < indices.length; row += 1) {
    const from = (indices[row] as number) * size;
    gathered.set(data.subarray(from, from + size), row * size);
  }
  return { data: gathered, shape: [indices.length, ...rowShape] };
}
