import type { ImageSize } from "./ImageChange.ts";

/**
 * Paints a square of an image over by the mean of each channel. Its centre may be any pixel, so that a part of it may lie outside.
 *
 * @param side the length of its side in pixels
 */
export function cutOut(
  image: Uint8Array,
  [height, width, channels]: ImageSize,
  side: number,
  random: () => number,
): void {
  const top = Math.floor(random() * height) - (side >> 1);
  const left = Math.floor(random() * width) - (side >> 1);
  const sums = new Float64Array(channels);
  for (let at = 0; at < image.length; at += 1) (sums[at % channels] as number) += image[at] as number;
  const means = sums.map((sum) => Math.round(sum / (height * width)));
  for (let row = Math.max(top, 0); row < Math.min(top + side, height); row += 1) {
    for (let column = Math.max(left, 0); column < Math.min(left + side, width); column += 1) {
      image.set(means, (row * width + column) * channels);
    }
  }
}
