import type { Picture } from "./Picture.ts";

/** A part of a picture, in whole pixels. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Cuts a part out of a picture. */
export function crop({ width: stride, channels, data }: Picture, bounds: Bounds): Picture {
  const { left, top, width, height } = bounds;
  const part = new Float32Array(width * height * channels);
  for (let y = 0; y < height; y++) {
    for (let at = 0; at < width * channels; at++) {
      part[y * width * channels + at] = data[((top + y) * stride + left) * channels + at] ?? 0;
    }
  }
  return { width, height, channels, data: part };
}
