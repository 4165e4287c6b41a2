import { UnreadablePicture } from "../UnreadablePicture.ts";
import type { Decoded } from "../pixels/Decoded.ts";
import { onWhite } from "./onWhite.ts";
import { gifIndices } from "./gifIndices.ts";

// What a GIF is made of (GIF89a, sections 20 to 25).
const EXTENSION = 0x21;
const GRAPHIC_CONTROL = 0xf9;
const IMAGE = 0x2c;

/** Reads the first frame of a GIF, what is transparent or outside of it on white. */
export function readGif(bytes: Uint8Array): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  const screen = view.getUint8(10);
  const data = new Uint8Array(width * height * 4);
  let transparent = -1;
  let at = 13 + tableBytes(screen);
  for (; view.getUint8(at) === EXTENSION; at = afterBlocks(view, at + 2)) {
    const named = view.getUint8(at + 1) === GRAPHIC_CONTROL && (view.getUint8(at + 3) & 1) === 1;
    if (named) transparent = view.getUint8(at + 6);
  }
  if (view.getUint8(at) !== IMAGE) throw new UnreadablePicture("broken", "is a GIF without a picture in it");
  const [left, top] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true)];
  const frame = { width: view.getUint16(at + 5, true), height: view.getUint16(at + 7, true) };
  const flags = view.getUint8(at + 9);
  const own = tableBytes(flags) > 0;
  const table = own ? at + 10 : 13;
  const colours = tableBytes(own ? flags : screen) / 3;
  const indices = gifIndices(bytes, at + 10 + tableBytes(flags), frame.width * frame.height);
  const rows = rowOrder(frame.height, (flags & 0x40) !== 0);
  for (const [line, y] of rows.entries()) {
    for (let x = 0; x < frame.width; x++) {
      const index = indices[line * frame.width + x] as number;
      if (index === transparent || index >= colours || left + x >= width || top + y >= height) continue;
      const to = ((top + y) * width + left + x) * 4;
      for (let channel = 0; channel < 3; channel++)
        data[to + channel] = bytes[table + index * 3 + channel] ?? 0;
      data[to + 3] = 255;
    }
  }
  return { width, height, channels: 4, data, alpha: onWhite(data), orientation: 1 };
}

/** How many bytes the table of colours takes that these flags announce. */
function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1);
}

function afterBlocks(view: DataView, from: number): number {
  let at = from;
  while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
  return at + 1;
}

/** Interlaced rows come in four passes (GIF89a, appendix E). */
function rowOrder(height: number, interlaced: boolean): number[] {
  const every = (first: number, step: number) =>
    Array.from({ length: Math.max(0, Math.ceil((height - first) / step)) }, (_, at) => first + at * step);
  return interlaced ? [...every(0, 8), ...every(4, 8), ...every(2, 4), ...every(1, 2)] : every(0, 1);
}
