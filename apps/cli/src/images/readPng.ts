import { convertIndexedToRgb, type DecodedPng, decode } from "fast-png";
import { decoding } from "./decoding.ts";
import { MAX_PIXELS } from "./maxPixels.ts";
import type { Picture } from "./Picture.ts";

/**
 * Reads a PNG of any colour type and depth, what is transparent on white ground.
 *
 * @returns one channel when it is grey, else three; 0 to 255
 * @throws {RangeError} when it is no PNG, is broken or has more than 64 million pixels
 */
export function readPng(bytes: Uint8Array): Picture {
  refuseHuge(bytes);
  const png = decoding("PNG", () => decode(bytes));
  const { width, height } = png;
  const { samples, channels, maximum } = decoding("PNG", () => unpack(png));
  const transparent = transparentColour(png);
  const colours = channels >= 3 ? 3 : 1;
  const hasAlpha = channels === 2 || channels === 4;
  const data = new Float32Array(width * height * colours);
  const opacity = new Float32Array(width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = (channel: number) => samples[pixel * channels + channel] ?? 0;
    const keyed = transparent?.every((part, channel) => at(channel) === part) === true;
    const alpha = keyed ? 0 : hasAlpha ? at(channels - 1) / maximum : 1;
    opacity[pixel] = alpha;
    for (let channel = 0; channel < colours; channel++) {
      data[pixel * colours + channel] = 255 * ((at(channel) / maximum) * alpha + 1 - alpha);
    }
  }
  const isOpaque = opacity.every((alpha) => alpha === 1);
  return { width, height, channels: colours, data, ...(!isOpaque && { alpha: opacity }) };
}

function refuseHuge(bytes: Uint8Array): void {
  if (bytes.length < 24) return;
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pixels = header.getUint32(16) * header.getUint32(20);
  if (pixels > MAX_PIXELS)
    throw new RangeError(`it has ${pixels} pixels, more than ${MAX_PIXELS}: make it smaller`);
}

/** The samples of an image one by one, whatever its depth, and the value of white. */
function unpack(png: DecodedPng): { samples: ArrayLike<number>; channels: number; maximum: number } {
  const { width, height, channels, depth, data, palette } = png;
  if (palette) {
    const entries = palette[0]?.length ?? 3;
    return { samples: convertIndexedToRgb(png), channels: entries, maximum: 255 };
  }
  const maximum = 2 ** depth - 1;
  if (depth >= 8) return { samples: data, channels, maximum };
  const perByte = 8 / depth;
  const rowBytes = Math.ceil(width / perByte);
  const samples = Uint8Array.from({ length: width * height }, (_, pixel) => {
    const x = pixel % width;
    const byte = data[Math.floor(pixel / width) * rowBytes + Math.floor(x / perByte)] ?? 0;
    return (byte >> (8 - depth * ((x % perByte) + 1))) & maximum;
  });
  return { samples, channels, maximum };
}

/** The one colour that a PNG without alpha may name as transparent; a palette carries its own. */
function transparentColour({ palette, transparency, channels }: DecodedPng): Uint16Array | undefined {
  if (palette || !transparency || transparency.length === 0) return undefined;
  return transparency.subarray(0, channels);
}
