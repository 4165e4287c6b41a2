import { UnreadablePicture } from "../UnreadablePicture.ts";
import type { PictureFormat } from "./PictureFormat.ts";

export const webp: PictureFormat = {
  name: "webp",
  starts: (view) => view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250,
  header,
  isWhole: (view) => view.getUint32(4, true) + 8 <= view.byteLength + 1,
};

/** Reads the size of a WebP (RFC 9649): each of its three kinds of first chunk tells it in another way. */
function header(view: DataView): ReturnType<PictureFormat["header"]> {
  const chunk = view.getUint32(12);
  if (chunk === 0x56503858) return sized(1 + uint24(view, 24), 1 + uint24(view, 27));
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return sized(1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff));
  }
  if (chunk === 0x56503820)
    return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  throw new UnreadablePicture("broken", "is a WebP without a picture in it");
}

/** Decoders and browsers alike show a WebP as it is stored, whatever its EXIF says. */
function sized(width: number, height: number): ReturnType<PictureFormat["header"]> {
  return { width, height, orientation: 1 };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}
