import { UnreadablePicture } from "../UnreadablePicture.ts";
import { jpegHeader } from "./jpegHeader.ts";
import type { PictureHeader } from "./PictureHeader.ts";
import { refuseOther } from "./refuseOther.ts";
import { webpHeader } from "./webpHeader.ts";

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
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  try {
    if (starts(0x89, 0x50, 0x4e, 0x47)) return pngHeader(view);
    if (starts(0xff, 0xd8)) return jpegHeader(view);
    if (starts(0x47, 0x49, 0x46, 0x38)) return gifHeader(view);
    if (starts(0x52, 0x49, 0x46, 0x46) && view.getUint32(8) === 0x57454250) return webpHeader(view);
    if (starts(0x42, 0x4d) && looksLikeBmp(view)) return bmpHeader(view);
  } catch (cause) {
    // A DataView says so when it is asked for more than there is.
    if (cause instanceof RangeError) throw new UnreadablePicture("broken", "ends early", { cause });
    throw cause;
  }
  return refuseOther(bytes);
}

function pngHeader(view: DataView): PictureHeader {
  return { format: "png", width: view.getUint32(16), height: view.getUint32(20), orientation: 1 };
}

function gifHeader(view: DataView): PictureHeader {
  return { format: "gif", width: view.getUint16(6, true), height: view.getUint16(8, true), orientation: 1 };
}

/** "BM" may begin a text, too: the size of the second header tells. */
function looksLikeBmp(view: DataView): boolean {
  return view.byteLength < 18 || [12, 40, 52, 56, 64, 108, 124].includes(view.getUint32(14, true));
}

function bmpHeader(view: DataView): PictureHeader {
  const old = view.getUint32(14, true) === 12;
  const [width, height] = old
    ? [view.getUint16(18, true), view.getUint16(20, true)]
    : [view.getInt32(18, true), view.getInt32(22, true)];
  return { format: "bmp", width: Math.max(0, width), height: Math.abs(height), orientation: 1 };
}
