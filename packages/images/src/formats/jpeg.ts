import { UnreadablePicture } from "../UnreadablePicture.ts";
import { exifOrientation } from "./exifOrientation.ts";
import type { PictureFormat } from "./PictureFormat.ts";

/** Markers of a JPEG (ITU T.81, table B.1). */
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

export const jpeg: PictureFormat = {
  name: "jpeg",
  starts: (view) => view.getUint16(0) === 0xffd8,
  header,
  isWhole,
};

/** Reads a JPEG's segments up to the one that tells its size. */
function header(view: DataView): ReturnType<PictureFormat["header"]> {
  let orientation = 1;
  for (let at = 2; ; ) {
    // Any number of 0xff may stand before a marker.
    if (view.getUint8(at) !== 0xff) break;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) break;
    // "Exif" and two zeros, then the header of a TIFF file.
    if (marker === APP1 && view.getUint32(at + 4) === 0x45786966)
      orientation = exifOrientation(view, at + 10);
    if (isStartOfFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      const size = orientation >= 5 ? { width: height, height: width } : { width, height };
      return { ...size, orientation, channels: view.getUint8(at + 9) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  throw new UnreadablePicture("broken", "is a JPEG without the header that tells its size");
}

/** C0 to CF, without the three that are something else: Huffman tables, an extension, arithmetic conditioning. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Up to its first scan a JPEG is made of segments; in the scans, 0xff comes only before markers. */
function isWhole(view: DataView, bytes: Uint8Array): boolean {
  let at = 2;
  while (view.getUint8(at + 1) !== START_OF_SCAN)
    at += view.getUint8(at + 1) === 0xff ? 1 : 2 + view.getUint16(at + 2);
  for (let end = bytes.length - 2; end > at; end--) {
    if (bytes[end] === 0xff && bytes[end + 1] === END_OF_IMAGE) return true;
  }
  return false;
}
