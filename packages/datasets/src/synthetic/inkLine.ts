import { SIDE } from "./imageSize.ts";
import type { PenPoint } from "./parseStrokes.ts";

/**
 * Inks the pixels near a line whose half-width runs from `r0` to `r1` pixels.
 *
 * `ink` is the cover of each pixel: 1 and more is full, 0 and less is bare, the edge between is `soft` pixels wide.
 */
export function inkLine(
  from: PenPoint,
  to: PenPoint,
  r0: number,
  r1: number,
  soft: number,
  ink: Float64Array,
): void {
  const reach = Math.max(r0, r1) + soft / 2;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  // The tiny addend keeps a line of no length from dividing by 0.
  const perSquare = 1 / (dx * dx + dy * dy + 1e-12);
  const left = Math.max(Math.ceil(Math.min(from.x, to.x) - reach), 0);
  const right = Math.min(Math.floor(Math.max(from.x, to.x) + reach), SIDE - 1);
  const top = Math.max(Math.ceil(Math.min(from.y, to.y) - reach), 0);
  const bottom = Math.min(Math.floor(Math.max(from.y, to.y) + reach), SIDE - 1);
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const along = ((x - from.x) * dx + (y - from.y) * dy) * perSquare;
      const t = Math.min(Math.max(along, 0), 1);
      const [ex, ey] = [from.x + t * dx - x, from.y + t * dy - y];
      // IEEE 754 settles every bit of a square root, as it does for + - * and /.
      const cover = (r0 + t * (r1 - r0) - Math.sqrt(ex * ex + ey * ey)) / soft + 0.5;
      const pixel = y * SIDE + x;
      if (cover > (ink[pixel] as number)) ink[pixel] = cover;
    }
  }
}
