import { jpegOf, makePicture, pngOf } from "./makePicture.ts";

/**
 * Pictures of classes, PNG and JPEG in turn, all different.
 *
 * @param first the seed of the first one
 */
export function makeClasses(counts: Readonly<Record<string, number>>, first = 1): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  let seed = first;
  for (const [name, count] of Object.entries(counts)) {
    for (let at = 0; at < count; at++, seed++) {
      const picture = makePicture(seed, 12, 10);
      files[`${name}/${at}.${at % 2 === 0 ? "png" : "jpg"}`] =
        at % 2 === 0 ? pngOf(picture) : jpegOf(picture);
    }
  }
  return files;
}
