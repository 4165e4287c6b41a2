import type { ImageChange, ImageSize } from "./ImageChange.ts";

/** Copies an image moved by whole pixels, and mirrored or not: where each column comes from is the same in all rows. */
export function shiftImage(
  image: Uint8Array,
  result: Uint8Array,
  [height, width, channels]: ImageSize,
  { down, right, flip, fill }: ImageChange,
): void {
  const sources = new Int32Array(width);
  for (let column = 0; column < width; column += 1) {
    const from = (flip ? width - 1 - column : column) + right;
    const inside = insideOf(from, width, fill);
    sources[column] = inside === from || fill !== "constant" ? inside * channels : -1;
  }
  let to = 0;
  for (let row = 0; row < height; row += 1) {
    const inside = insideOf(row + down, height, fill);
    const missing = inside !== row + down && fill === "constant";
    const line = inside * width * channels;
    for (let column = 0; column < width; column += 1) {
      const source = sources[column] as number;
      if (missing || source < 0) {
        to += channels;
        continue;
      }
      const end = line + source + channels;
      for (let at = line + source; at < end; at += 1) result[to++] = image[at] as number;
    }
  }
}

/** The place that is shown where one beyond the edge is asked for. */
function insideOf(place: number, length: number, fill: ImageChange["fill"]): number {
  // Reflected, the pixel at the edge is not shown twice.
  const reflected = place < 0 ? -place : place >= length ? 2 * (length - 1) - place : place;
  return Math.min(Math.max(fill === "reflect" ? reflected : place, 0), length - 1);
}
