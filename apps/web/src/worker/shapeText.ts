/** A shape as people write it, `28 x 28 x 1`; `?` for a length that may be any. */
export function shapeText(shape: readonly (number | null)[]): string {
  return shape.map((length) => length ?? "?").join(" x ");
}
