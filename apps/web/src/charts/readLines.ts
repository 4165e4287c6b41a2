/** A point of a line. */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
}

/** The values of lines near a place. */
export interface ReadLines<Line> {
  /** The place that has values, the nearest to the one asked for. */
  readonly x: number;
  readonly values: readonly { readonly line: Line; readonly y: number }[];
}

/** A line has a value as far from its points as this share of what lies between two of them. */
const reach = 0.6;

/**
 * Reads lines at a place: the nearest point of each that is not too far from the nearest of all. Training is measured in the middle of an
 * epoch and validation after it, and of two runs one may have ended before.
 *
 * @returns `undefined` where no line has a point
 */
export function readLines<Line extends { readonly points: readonly LinePoint[] }>(
  lines: readonly Line[],
  x: number,
): ReadLines<Line> | undefined {
  const drawn = lines.filter(({ points }) => points.length > 0);
  const places = drawn.map(({ points }) => nearest(points, x).x);
  const place = places.reduce<number | undefined>(
    (best, other) => (best === undefined || Math.abs(other - x) < Math.abs(best - x) ? other : best),
    undefined,
  );
  if (place === undefined) return undefined;
  const values = drawn.flatMap((line) => {
    const { points } = line;
    const point = nearest(points, place);
    const ends = (points.at(-1)?.x ?? 0) - (points[0]?.x ?? 0);
    const step = points.length > 1 ? ends / (points.length - 1) : 0;
    return Math.abs(point.x - place) <= reach * step ? [{ line, y: point.y }] : [];
  });
  return { x: place, values };
}

/** The point of a line, which has one, that is nearest to a place. */
function nearest(points: readonly LinePoint[], x: number): LinePoint {
  return points.reduce((best, other) => (Math.abs(other.x - x) < Math.abs(best.x - x) ? other : best));
}
