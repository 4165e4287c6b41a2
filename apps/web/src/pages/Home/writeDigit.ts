import type { WrittenDigit } from "./writtenDigits.ts";

const side = 28;
/** Half the width of the line, and how wide its edge is, in pixels: as MNIST's lines are. */
const [radius, soft] = [1.3, 1.2];

/**
 * Writes a digit as far as the pen has come.
 *
 * @param share of the whole way, 0 to 1
 * @returns 28 x 28 bytes, 0 (paper) to 255 (ink)
 */
export function writeDigit({ strokes }: WrittenDigit, share: number): Uint8Array {
  const pixels = new Uint8Array(side * side);
  const total = strokes.flatMap(linesOf).reduce((sum, line) => sum + line.length, 0);
  let left = share * total;
  for (const { from, to, length } of strokes.flatMap(linesOf)) {
    if (left <= 0) break;
    const part = Math.min(1, left / length);
    left -= length;
    ink(pixels, from, [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])]);
  }
  return pixels;
}

type Point = WrittenDigit["strokes"][number][number];

function linesOf(stroke: readonly Point[]) {
  return stroke.slice(1).map((to, index) => {
    const from = stroke[index] as Point;
    return { from, to, length: Math.hypot(to[0] - from[0], to[1] - from[1]) };
  });
}

function ink(pixels: Uint8Array, [x0, y0]: Point, [x1, y1]: Point): void {
  const [dx, dy] = [x1 - x0, y1 - y0];
  // The tiny addend keeps a line of no length from dividing by 0.
  const square = dx * dx + dy * dy + 1e-12;
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    const [x, y] = [pixel % side, Math.floor(pixel / side)];
    const along = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / square));
    const distance = Math.hypot(x0 + along * dx - x, y0 + along * dy - y);
    const cover = Math.min(1, Math.max(0, (radius - distance) / soft + 0.5));
    pixels[pixel] = Math.max(pixels[pixel] ?? 0, Math.round(255 * cover));
  }
}
