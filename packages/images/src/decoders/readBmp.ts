import { UnreadablePicture } from "../UnreadablePicture.ts";
import type { Decoded } from "../pixels/Decoded.ts";
import { bmpRuns } from "./bmpRuns.ts";
import { onWhite } from "./onWhite.ts";

// How the pixels are packed (the field biCompression).
const [PLAIN, RUNS_8, RUNS_4, MASKS, , , MASKS_WITH_ALPHA] = [0, 1, 2, 3, 4, 5, 6];

/** Where the bits of a colour stand in a pixel. */
type Masks = readonly [red: number, green: number, blue: number, alpha: number];

/** Reads a BMP of any depth: with a palette, plain or in runs, or with 16, 24 or 32 bits a pixel. */
export function readBmp(bytes: Uint8Array): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return read(view, bytes);
  } catch (cause) {
    if (cause instanceof RangeError) throw new UnreadablePicture("broken", "ends early", { cause });
    throw cause;
  }
}

function read(view: DataView, bytes: Uint8Array): Decoded {
  const pixelsAt = view.getUint32(10, true);
  const headerBytes = view.getUint32(14, true);
  const old = headerBytes === 12;
  const width = old ? view.getUint16(18, true) : view.getInt32(18, true);
  const signedHeight = old ? view.getUint16(20, true) : view.getInt32(22, true);
  const height = Math.abs(signedHeight);
  const depth = view.getUint16(old ? 24 : 28, true);
  const packing = old ? PLAIN : view.getUint32(30, true);
  const runs = (packing === RUNS_8 && depth === 8) || (packing === RUNS_4 && depth === 4);
  const masked = packing === MASKS || packing === MASKS_WITH_ALPHA;
  if (![1, 4, 8, 16, 24, 32].includes(depth) || !(packing === PLAIN || runs || (masked && depth >= 16))) {
    throw new UnreadablePicture(
      "unsupported-format",
      `is a BMP of ${depth} bits a pixel, packed by method ${packing}, which is not read: save it as PNG`,
    );
  }
  const data = new Uint8Array(width * height * 4);
  const rowBytes = Math.ceil((width * depth) / 32) * 4;
  const put =
    depth <= 8
      ? fromPalette(view, depth, headerBytes, data)
      : fromBits(view, depth, headerBytes, data, masked);
  const indices = runs ? bmpRuns(bytes.subarray(pixelsAt), width, height, depth) : undefined;
  for (let row = 0; row < height; row++) {
    const y = signedHeight < 0 ? row : height - 1 - row;
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * 4;
      if (indices) put(indices[row * width + x] ?? 0, to);
      else put(sample(view, pixelsAt + row * rowBytes, x, depth), to);
    }
  }
  // Many programs leave the fourth byte at 0 and mean nothing by it.
  const unused = data.every((value, at) => at % 4 !== 3 || value === 0);
  return { width, height, channels: 4, data, alpha: unused ? undefined : onWhite(data), orientation: 1 };
}

/** One pixel as a number. */
function sample(view: DataView, row: number, x: number, depth: number): number {
  if (depth === 32) return view.getUint32(row + x * 4, true);
  if (depth === 24) return view.getUint16(row + x * 3, true) | (view.getUint8(row + x * 3 + 2) << 16);
  if (depth === 16) return view.getUint16(row + x * 2, true);
  const bit = x * depth;
  return (view.getUint8(row + (bit >> 3)) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}

function fromPalette(view: DataView, depth: number, headerBytes: number, data: Uint8Array) {
  const old = headerBytes === 12;
  const bytesEach = old ? 3 : 4;
  const named = old ? 0 : view.getUint32(46, true);
  const colours = named > 0 && named < 2 ** depth ? named : 2 ** depth;
  return (index: number, to: number): void => {
    const at = 14 + headerBytes + Math.min(index, colours - 1) * bytesEach;
    for (let channel = 0; channel < 3; channel++) data[to + channel] = view.getUint8(at + 2 - channel);
    data[to + 3] = 255;
  };
}

function fromBits(view: DataView, depth: number, headerBytes: number, data: Uint8Array, masked: boolean) {
  const masks = masksOf(view, depth, headerBytes, masked);
  const parts = masks.map((mask) => {
    const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
    return { mask, shift, maximum: mask >>> shift };
  });
  return (pixel: number, to: number): void => {
    for (const [channel, { mask, shift, maximum }] of parts.entries()) {
      const value = maximum === 0 ? 255 : Math.round((((pixel & mask) >>> shift) * 255) / maximum);
      data[to + channel] = value;
    }
  };
}

function masksOf(view: DataView, depth: number, headerBytes: number, masked: boolean): Masks {
  const plain: Masks = depth === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0];
  if (!masked) return plain;
  const mask = (at: number) => view.getUint32(54 + at * 4, true);
  return [mask(0), mask(1), mask(2), headerBytes >= 56 ? mask(3) : 0];
}
