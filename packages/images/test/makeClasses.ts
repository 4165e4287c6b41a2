import { jpegOf, makePicture, pngOf } from "./makePicture.ts";

/** Files that were asked for before: the encoder of JPEG builds tables of 40 ms for each. */
const made = new Map<string, Uint8Array>();

function fileOf(seed: number, ending: "png" | "jpg"): Uint8Array {
  const key = `${seed}.${ending}`;
  const picture = makePicture(seed, 12, 10);
  const file = made.get(key) ?? (ending === "png" ? pngOf(picture) : jpegOf(picture));
  made.set(key, file);
  return file;
}

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
      const ending = at % 2 === 0 ? "png" : "jpg";
      files[`${name}/${at}.${ending}`] = fileOf(seed, ending);
    }
  }
  return files;
}
