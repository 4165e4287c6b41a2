import type { RandomStream } from "./randomStream.ts";
import type { PenPoint } from "./tracePen.ts";

/** How far the hands of different writers differ; standard deviations in a box from -1 to 1. */
const WARP = {
  /** Elastic: the terms x², xy, y² and y³ of a smooth displacement of the plane. */
  elastic: 0.11,
  /** Right-handed writing leans to the right. */
  lean: 0.14,
  shear: 0.27,
  /** Tangent of half the angle: 0.085 is 10 degrees. */
  halfTurn: 0.085,
  /** Width and height drift apart. */
  aspect: 0.24,
};

/** Moves the points in place: elastic, then narrower or wider, slanted, turned. */
export function warpStrokes(strokes: readonly (readonly PenPoint[])[], random: RandomStream): void {
  const elastic = (): number => WARP.elastic * random.bell();
  const [xx, xy, xyy, xyyy] = [elastic(), elastic(), elastic(), elastic()];
  const [yx, yxy, yyy, yxxx] = [elastic(), elastic(), 1.5 * elastic(), elastic()];
  const width = Math.max(0.9 + WARP.aspect * random.bell(), 0.4);
  const slant = WARP.lean + WARP.shear * random.bell();
  // Cosine and sine of an angle from the tangent of its half: exact arithmetic in every engine.
  const half = WARP.halfTurn * random.bell();
  const cos = (1 - half * half) / (1 + half * half);
  const sin = (2 * half) / (1 + half * half);
  for (const stroke of strokes) {
    for (const point of stroke) {
      const { x, y } = point;
      const bentX = x + xx * x * x + xy * x * y + xyy * y * y + xyyy * y * y * y;
      const bentY = y + yx * x * x + yxy * x * y + yyy * y * y + yxxx * x * x * x;
      const slanted = width * bentX - slant * bentY;
      point.x = cos * slanted - sin * bentY;
      point.y = sin * slanted + cos * bentY;
    }
  }
}
