/**
 * The values of a tensor in another order of its axes.
 *
 * @param order the axes of the tensor, in the order of the result
 */
export function permute(
  data: Float32Array,
  shape: readonly number[],
  order: readonly number[],
): Float32Array {
  const strides = shape.map((_, axis) =>
    shape.slice(axis + 1).reduce((product, length) => product * length, 1),
  );
  const lengths = order.map((axis) => shape[axis] as number);
  const steps = order.map((axis) => strides[axis] as number);
  const permuted = new Float32Array(data.length);
  const position = lengths.map(() => 0);
  let from = 0;
  for (let to = 0; to < permuted.length; to++) {
    permuted[to] = data[from] as number;
    for (let axis = lengths.length - 1; axis >= 0; axis--) {
      from += steps[axis] as number;
      position[axis] = (position[axis] as number) + 1;
      if ((position[axis] as number) < (lengths[axis] as number)) break;
      from -= (position[axis] as number) * (steps[axis] as number);
      position[axis] = 0;
    }
  }
  return permuted;
}
