import type { ImageChange, ImageSize } from "./ImageChange.ts";

/** Copies an image turned about its centre, then moved, slanted, made larger or smaller, and mirrored at last. */
export function warpImage(
  image: Uint8Array,
  result: Uint8Array,
  [height, width, channels]: ImageSize,
  { angle, down, right, shear, zoom, flip, fill }: ImageChange,
): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [upright, slant] = [Math.cos(shear), Math.sin(shear)];
  const [bottom, end] = [height - 1, width - 1];
  for (let row = 0; row < height; row += 1) {
    const zoomedY = zoom.down * (row - bottom / 2);
    const y = upright * zoomedY + down;
    for (let column = 0; column < width; column += 1) {
      const x = zoom.across * ((flip ? end - column : column) - end / 2) - slant * zoomedY + right;
      const turnedY = cos * y + sin * x + bottom / 2;
      const turnedX = cos * x - sin * y + end / 2;
      const insideY = Math.min(Math.max(turnedY, 0), bottom);
      const insideX = Math.min(Math.max(turnedX, 0), end);
      if (fill === "constant" && (insideY !== turnedY || insideX !== turnedX)) continue;
      const [top, left] = [Math.floor(insideY), Math.floor(insideX)];
      const [below, beside] = [insideY - top, insideX - left];
      const upper = (top * width + left) * channels;
      const lower = top < bottom ? upper + width * channels : upper;
      const next = left < end ? channels : 0;
      const to = (row * width + column) * channels;
      for (let channel = 0; channel < channels; channel += 1) {
        const value =
          (1 - below) *
            ((1 - beside) * at(image, upper, channel) + beside * at(image, upper + next, channel)) +
          below * ((1 - beside) * at(image, lower, channel) + beside * at(image, lower + next, channel));
        result[to + channel] = Math.round(value);
      }
    }
  }
}

function at(image: Uint8Array, pixel: number, channel: number): number {
  return image[pixel + channel] as number;
}
