/** Whether a shape is the expected one, where null stands for any length. */
export function fitsShape(found: readonly number[], expected: readonly (number | null)[]): boolean {
  return (
    found.length === expected.length &&
    expected.every((length, axis) => length === null || length === found[axis])
  );
}
