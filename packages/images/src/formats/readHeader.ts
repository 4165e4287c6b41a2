import { UnreadablePicture } from "../UnreadablePicture.ts";
import type { PictureHeader } from "./PictureHeader.ts";
import { pictureFormats } from "./pictureFormats.ts";
import { refuseOther } from "./refuseOther.ts";

/**
 * Tells what a file is by its first bytes, not by its name, and how large the picture is.
 *
 * @throws {UnreadablePicture} when it is nothing that is read here
 */
export function readHeader(bytes: Uint8Array): PictureHeader {
  const header = headerOf(bytes);
  const { width, height } = header;
  if (width > 0 && height > 0) return header;
  throw new UnreadablePicture("broken", `says in its header that it has ${width}x${height} pixels`);
}

/** @throws {UnreadablePicture} `too-large` */
export function refuseLarge({ width, height }: PictureHeader, maxPixels: number): void {
  if (width * height <= maxPixels) return;
  const limit = maxPixels.toLocaleString("en");
  throw new UnreadablePicture("too-large", `has ${width}x${height} pixels, more than the limit of ${limit}`);
}

function headerOf(bytes: Uint8Array): PictureHeader {
  if (bytes.length === 0) throw new UnreadablePicture("empty", "is empty: 0 bytes");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = pictureFormats.find(({ starts }) => beginsSo(() => starts(view)));
  if (format === undefined) return refuseOther(bytes);
  try {
    return { format: format.name, ...format.header(view) };
  } catch (cause) {
    // A DataView says so when it is asked for more than there is.
    if (cause instanceof RangeError) throw new UnreadablePicture("broken", "ends early", { cause });
    throw cause;
  }
}

/** What is shorter than a signature has another one. */
function beginsSo(starts: () => boolean): boolean {
  try {
    return starts();
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
