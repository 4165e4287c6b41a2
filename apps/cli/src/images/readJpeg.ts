import jpeg from "jpeg-js";
import { decoding } from "./decoding.ts";
import { jpegOrientation } from "./jpegOrientation.ts";
import { MAX_PIXELS } from "./maxPixels.ts";
import { orient } from "./orient.ts";
import type { Picture } from "./Picture.ts";

/** What the decoder may need: a photograph of 64 million pixels takes about 24 bytes a pixel. */
const MAX_MEGABYTES = 1600;

/**
 * Reads a JPEG, turned as its camera says it was held.
 *
 * @returns three channels, 0 to 255
 * @throws {Error} when it is no JPEG, is broken or has more than 64 million pixels
 */
export function readJpeg(bytes: Uint8Array): Picture {
  const { width, height, data } = decoding("JPEG", () =>
    jpeg.decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxResolutionInMP: MAX_PIXELS / 1e6,
      maxMemoryUsageInMB: MAX_MEGABYTES,
    }),
  );
  return orient({ width, height, channels: 3, data }, jpegOrientation(bytes));
}
