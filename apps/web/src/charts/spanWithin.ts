/** Two numbers, the lower one first. */
export type Span = readonly [from: number, to: number];

/**
 * The span nearest to a wanted one that a figure can show.
 *
 * @param whole what there is
 * @param least how long it is at least
 * @returns `undefined` where that is all there is
 */
export function spanWithin([from, to]: Span, [low, high]: Span, least: number): Span | undefined {
  const length = Math.max(least, Math.abs(to - from));
  if (!(length < high - low)) return undefined;
  const middle = (from + to) / 2;
  const start = Math.min(high - length, Math.max(low, middle - length / 2));
  return [start, start + length];
}
