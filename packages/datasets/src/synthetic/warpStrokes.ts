import type { PenPoint } from "./parseStrokes.ts";
import type { RandomStream } from "./randomStream.ts";

/** How far hands differ: standard deviations, in a box from -1 to 1. */
const WARP = {
  /** Elastic: the coefficients of a smooth displacement of the plane, a cubic in x and y. */
  elastic: 0.11,
  /** The middle of the digit moves up or down: a small head on a big belly and the reverse. */
  waist: 0.165,
  /** Width in parts of the height, and how it varies. */
  width: 0.85,
  widths: 0.24,
  /** Right-handed writing leans to the right. */
  lean: 0.14,
  leans: 0.27,
  /** Tangent of half the angle of turning: 0.085 is 10 degrees. */
  halfTurn: 0.085,
};

/** Moves the points in place: bent elastically, then narrowed or widened, slanted and turned. */
export function warpStrokes(strokes: readonly (readonly PenPoint[])[], random: RandomStream): void {
  const elastic = (): number => WARP.elastic * random.bell();
  const [xxx, xxy, xyy, xyyy] = [elastic(), elastic(), elastic(), elastic()];
  const [yxx, yxy, yxxx, yyy] = [elastic(), elastic(), elastic(), WARP.waist * random.bell()];
  const width = Math.max(WARP.width + WARP.widths * random.bell(), 0.4);
  const lean = WARP.lean + WARP.leans * random.bell();
  // Cosine and sine from the tangent of half the angle: exact arithmetic, the same in every engine.
  const half = WARP.halfTurn * random.bell();
  const cos = (1 - half * half) / (1 + half * half);
  const sin = (2 * half) / (1 + half * half);
  for (const stroke of strokes) {
    for (const point of stroke) {
      const { x, y } = point;
      const bentX = x + xxx * x * x + xxy * x * y + xyy * y * y + xyyy * y * y * y;
      const bentY = y + yxx * x * x + yxy * x * y + yxxx * x * x * x + yyy * y * y;
      const slanted = width * bentX - lean * bentY;
      point.x = cos * slanted - sin * bentY;
      point.y = sin * slanted + cos * bentY;
    }
  }
}
