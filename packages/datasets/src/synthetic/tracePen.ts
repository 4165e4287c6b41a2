import type { PenPoint, PenStroke } from "./parseStrokes.ts";
import type { RandomStream } from "./randomStream.ts";

/** Straight pieces from one point to the next: at 20 pixels a digit, more cannot be seen. */
const STEPS = 7;

/**
 * Moves every point of a stroke by about `wobble` and follows the pen along it: a Catmull-Rom spline through the
 * points of each curve, as a polyline.
 */
export function tracePen(stroke: PenStroke, wobble: number, random: RandomStream): PenPoint[] {
  const path: PenPoint[] = [];
  for (const curve of stroke) {
    const points = curve.map(({ x, y }) => ({
      x: x + wobble * random.bell(),
      y: y + wobble * random.bell(),
    }));
    // The curve after a corner starts where the last one ended.
    const corner = path.pop();
    if (corner) points.unshift(corner);
    traceCurve(points, path);
  }
  return path;
}

function traceCurve(points: readonly PenPoint[], path: PenPoint[]): void {
  const last = points.length - 1;
  const at = (i: number): PenPoint => points[Math.min(Math.max(i, 0), last)] as PenPoint;
  path.push(at(0));
  for (let i = 0; i < last; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let step = 1; step <= STEPS; step++) {
      const t = step / STEPS;
      path.push({ x: catmullRom(p0.x, p1.x, p2.x, p3.x, t), y: catmullRom(p0.y, p1.y, p2.y, p3.y, t) });
    }
  }
}

function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
