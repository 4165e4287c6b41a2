import { MIDDLE } from "./imageSize.ts";
import type { PenPoint } from "./parseStrokes.ts";

/** Scales strokes in place so that the longer side of their box is `size` pixels, the box in the image's middle. */
export function fitBox(strokes: readonly (readonly PenPoint[])[], size: number): void {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const stroke of strokes) {
    for (const { x, y } of stroke) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const scale = size / Math.max(right - left, bottom - top);
  for (const stroke of strokes) {
    for (const point of stroke) {
      point.x = (point.x - (left + right) / 2) * scale + MIDDLE;
      point.y = (point.y - (top + bottom) / 2) * scale + MIDDLE;
    }
  }
}
