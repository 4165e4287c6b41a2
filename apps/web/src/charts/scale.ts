/** From values of a range to pixels; what lies outside the range lies outside the pixels. */
export function scale(
  [low, high]: readonly [number, number],
  from: number,
  to: number,
): (value: number) => number {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}
