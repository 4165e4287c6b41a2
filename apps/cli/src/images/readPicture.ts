import { otherFormat } from "./otherFormat.ts";
import type { Picture } from "./Picture.ts";
import { readPng } from "./readPng.ts";

/**
 * Reads an image file, by its first bytes and not by its name.
 *
 * @returns one channel or three, 0 to 255
 * @throws {Error} when it is neither PNG nor JPEG, is broken or has more than 64 million pixels
 */
export async function readPicture(bytes: Uint8Array): Promise<Picture> {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return readPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    const { readJpeg } = await import("./readJpeg.ts");
    return readJpeg(bytes);
  }
  throw new RangeError(otherFormat(bytes));
}
