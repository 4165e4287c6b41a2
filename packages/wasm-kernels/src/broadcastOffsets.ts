/**
 * Tells which element of a tensor each element of its broadcast form is.
 *
 * @param shape the shape of the tensor
 * @param target the shape that it is broadcast to
 * @returns for each element of `target`, in order, the flat index of the element of `shape` that it repeats
 * @example
 * broadcastOffsets([2, 1], [2, 3]); // [0, 0, 0, 1, 1, 1]
 */
export function broadcastOffsets(shape: readonly number[], target: readonly number[]): number[] {
  let offsets = [0];
  const missing = target.length - shape.length;
  for (const [axis, length] of target.entries()) {
    const own = axis < missing ? 1 : (shape[axis - missing] ?? 1);
    offsets = offsets.flatMap((offset) =>
      Array.from({ length }, (_, index) => offset * own + (own === 1 ? 0 : index)),
    );
  }
  return offsets;
}
