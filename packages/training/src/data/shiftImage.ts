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
    const inside = Math.min(Math.max(from, 0), width - 1);
    sources[column] = inside === from || fill === "nearest" ? inside * channels : -1;
  }
  let to = 0;
  for (let row = 0; row < height; row += 1) {
    const inside = Math.min(Math.max(row + down, 0), height - 1);
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
