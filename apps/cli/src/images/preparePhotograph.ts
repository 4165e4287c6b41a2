import { crop } from "./crop.ts";
import { luminance } from "./luminance.ts";
import type { Picture } from "./Picture.ts";
import { resample } from "./resample.ts";

/**
 * Makes of a photograph what a model of photographs takes: cut to the model's proportions around the middle, scaled by the
 * mean of what each pixel covers, colours as they are.
 *
 * @param picture of any size, grey or in colour
 * @param shape height, width and channels that the model takes
 * @returns bytes, row-major, channels last
 */
export function preparePhotograph(picture: Picture, shape: readonly number[]): Uint8Array {
  const [height = 1, width = 1, channels = 1] = shape;
  const scale = Math.min(picture.width / width, picture.height / height);
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const left = Math.floor((picture.width - size.width) / 2);
  const top = Math.floor((picture.height - size.height) / 2);
  const small = resample(crop(picture, { left, top, ...size }), width, height);
  const grey = luminance(small).data;
  return Uint8Array.from({ length: height * width * channels }, (_, at) =>
    Math.round((small.channels === channels ? small.data[at] : grey[Math.floor(at / channels)]) ?? 0),
  );
}
