import { UnreadablePicture } from "../UnreadablePicture.ts";
import type { PictureFormat } from "./PictureHeader.ts";

/**
 * Finds out whether a file has its end: decoders fill what is missing with grey, and browsers say nothing of it.
 *
 * @throws {UnreadablePicture} `broken`
 */
export function requireWhole(bytes: Uint8Array, format: PictureFormat): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (ends[format](view, bytes)) return;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new UnreadablePicture("broken", "ends early: copy or download it again");
}

const ends: Readonly<Record<PictureFormat, (view: DataView, bytes: Uint8Array) => boolean>> = {
  jpeg: jpegEnds,
  png: pngEnds,
  gif: gifEnds,
  webp: (view) => view.getUint32(4, true) + 8 <= view.byteLength + 1,
  // Its decoder asks for every row.
  bmp: () => true,
};

/** Up to its first scan a JPEG is made of segments; in the scans, 0xff comes only before markers. */
function jpegEnds(view: DataView, bytes: Uint8Array): boolean {
  let at = 2;
  while (view.getUint8(at + 1) !== 0xda)
    at += view.getUint8(at + 1) === 0xff ? 1 : 2 + view.getUint16(at + 2);
  for (let end = bytes.length - 2; end > at; end--) {
    if (bytes[end] === 0xff && bytes[end + 1] === 0xd9) return true;
  }
  return false;
}

/** A PNG is made of chunks, the last of which is IEND. */
function pngEnds(view: DataView): boolean {
  for (let at = 8; ; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x49454e44) return true;
  }
}

/** The first frame of a GIF is whole when the block of no bytes is there that ends its data. */
function gifEnds(view: DataView): boolean {
  const tableBytes = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  const afterBlocks = (from: number): number => {
    let at = from;
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    return at + 1;
  };
  let at = 13 + tableBytes(view.getUint8(10));
  while (view.getUint8(at) === 0x21) at = afterBlocks(at + 2);
  if (view.getUint8(at) !== 0x2c) return false;
  afterBlocks(at + 11 + tableBytes(view.getUint8(at + 9)));
  return true;
}
