import type { GreyImage } from "@minibatch/datasets";
import type { Picture } from "./Picture.ts";

/**
 * The brightness of each pixel, as ITU-R BT.601 weighs the colours: what `prepareDigit` and `prepareGarment` of `@minibatch/datasets` take.
 *
 * @returns `height * width` values, 0 to 255, not rounded
 */
export function luminance({ width, height, channels, data }: Picture): GreyImage {
  if (channels === 1) return { width, height, data: Float32Array.from(data) };
  const grey = new Float32Array(width * height);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = (channel: number) => data[pixel * channels + channel] ?? 0;
    grey[pixel] = 0.299 * at(0) + 0.587 * at(1) + 0.114 * at(2);
  }
  return { width, height, data: grey };
}
