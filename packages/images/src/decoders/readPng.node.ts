import { convertIndexedToRgb, type DecodedPng, decode } from "fast-png";
import type { Decoded } from "../pixels/Decoded.ts";
import { interlacedPasses } from "./interlacedPasses.node.ts";

/** The samples of an image one by one, whatever its depth, and the value of white. */
interface Samples {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly maximum: number;
  readonly samples: ArrayLike<number>;
  /** The one colour that a PNG without alpha may name as transparent. */
  readonly transparent: ArrayLike<number> | undefined;
}

/** Reads a PNG of any colour type and depth, interlaced or not. */
export function readPng(bytes: Uint8Array): Decoded {
  const { width, height, channels, maximum, samples, transparent } = samplesOf(bytes);
  const colours = channels >= 3 ? 3 : 1;
  const hasAlpha = channels === 2 || channels === 4;
  if (samples instanceof Uint8Array && maximum === 255 && !hasAlpha && transparent === undefined) {
    return { width, height, channels: colours, data: samples, orientation: 1 };
  }
  const data = new Uint8Array(width * height * colours);
  const alphas = new Uint8Array(width * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const from = pixel * channels;
    let alpha = hasAlpha ? (samples[from + channels - 1] as number) / maximum : 1;
    if (transparent !== undefined && isColour(samples, from, transparent)) alpha = 0;
    alphas[pixel] = Math.round(255 * alpha);
    for (let channel = 0; channel < colours; channel++) {
      const value = (samples[from + channel] as number) / maximum;
      data[pixel * colours + channel] = Math.round(255 * (1 + (value - 1) * alpha));
    }
  }
  const alpha = alphas.every((each) => each === 255) ? undefined : alphas;
  return { width, height, channels: colours, data, alpha, orientation: 1 };
}

function isColour(samples: ArrayLike<number>, from: number, colour: ArrayLike<number>): boolean {
  for (let channel = 0; channel < colour.length; channel++) {
    if (samples[from + channel] !== colour[channel]) return false;
  }
  return true;
}

function samplesOf(bytes: Uint8Array): Samples {
  const passes = interlacedPasses(bytes);
  if (passes === undefined) return unpack(decode(bytes, { checkCrc: true }));
  const { width, height } = sizeOf(bytes);
  let samples = new Uint8Array(0);
  let kind: Samples | undefined;
  for (const { file, place } of passes) {
    const part = unpack(decode(file));
    kind ??= part;
    if (samples.length === 0) samples = new Uint8Array(width * height * part.channels);
    for (let pixel = 0; pixel < part.width * part.height; pixel++) {
      const to = place(pixel % part.width, Math.floor(pixel / part.width)) * part.channels;
      for (let channel = 0; channel < part.channels; channel++) {
        samples[to + channel] = part.samples[pixel * part.channels + channel] as number;
      }
    }
  }
  return { ...(kind as Samples), width, height, samples };
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function unpack(png: DecodedPng): Samples {
  const { width, height, channels, depth, data, palette, transparency } = png;
  if (palette) {
    const entries = palette[0]?.length ?? 3;
    const samples = convertIndexedToRgb(png);
    return { width, height, samples, channels: entries, maximum: 255, transparent: undefined };
  }
  const maximum = 2 ** depth - 1;
  const transparent = transparency?.length ? transparency.subarray(0, channels) : undefined;
  if (depth >= 8) return { width, height, samples: data, channels, maximum, transparent };
  const perByte = 8 / depth;
  const rowBytes = Math.ceil(width / perByte);
  const samples = Uint8Array.from({ length: width * height }, (_, pixel) => {
    const x = pixel % width;
    const byte = data[Math.floor(pixel / width) * rowBytes + Math.floor(x / perByte)] ?? 0;
    return (byte >> (8 - depth * ((x % perByte) + 1))) & maximum;
  });
  return { width, height, samples, channels, maximum, transparent };
}
