import type { NdArray } from "@minibatch/datasets";
import { TableError } from "../TableError.ts";

/** Pictures of all parts, `[n, height, width, channels]`, and what was assumed of them. */
export interface BytePictures {
  readonly parts: readonly NdArray<Uint8Array>[];
  readonly notes: readonly string[];
}

/**
 * Makes pictures of bytes of arrays `[n, height, width]`, `[n, height, width, channels]` or `[n, channels, height, width]`: bytes stay
 * where they are, numbers from 0 to 1 or from 0 to 255 are rounded to them.
 *
 * @param arrays of all parts, which are taken alike
 * @throws {TableError} `UNSUPPORTED` for other channels than 1 or 3, for other numbers, and for parts that differ in size
 */
export function bytePictures(name: string, arrays: readonly NdArray[]): BytePictures {
  const shapes = arrays.map(({ shape }) => shape);
  const first = shapes.some(isChannelsFirst);
  const [least, most, whole] = rangeOf(arrays);
  if (!(least >= 0 && most <= 255)) {
    throw refused(name, `its numbers go from ${least} to ${most}, and pictures from 0 to 255 or from 0 to 1`);
  }
  const scale = most <= 1 ? 255 : 1;
  const parts = arrays.map(({ data, shape }) => ({
    data:
      data instanceof Uint8Array && scale === 1
        ? data
        : Uint8Array.from(data, (value) => Math.round(value * scale)),
    shape: shape.length === 3 ? [...shape, 1] : shape,
  }));
  const pictures = first ? parts.map(channelsLast) : parts;
  const [size = ""] = pictures.map(({ shape }) => shape.slice(1).join("x"));
  const other = pictures.find(({ shape }) => shape.slice(1).join("x") !== size);
  if (other) throw refused(name, `its parts differ: ${size} and ${other.shape.slice(1).join("x")}`);
  const channels = pictures[0]?.shape[3];
  if (channels !== 1 && channels !== 3) {
    throw refused(name, `it has ${channels} channels, and pictures have 1 (grey) or 3 (red, green and blue)`);
  }
  return {
    parts: pictures,
    notes: [
      ...(scale === 255 ? [`"${name}" goes from 0 to 1 and was brought to bytes from 0 to 255`] : []),
      ...(scale === 1 && !whole ? [`"${name}" has fractions, which were rounded to bytes`] : []),
      ...(first ? [`"${name}" has its channels first, and they were put last`] : []),
    ],
  };
}

/** PyTorch's order: few planes of many pixels. */
function isChannelsFirst(shape: readonly number[]): boolean {
  const [, first = 0, , last = 0] = shape;
  const few = (channels: number): boolean => channels === 1 || channels === 3;
  return shape.length === 4 && few(first) && !few(last);
}

function rangeOf(arrays: readonly NdArray[]): [least: number, most: number, whole: boolean] {
  let [least, most, whole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  for (const { data } of arrays) {
    for (const value of data) {
      // NaN compares to nothing, and would pass.
      if (!Number.isFinite(value)) return [Number.NaN, Number.NaN, false];
      if (value < least) least = value;
      if (value > most) most = value;
      whole &&= Number.isInteger(value);
    }
  }
  return [least, most, whole];
}

function channelsLast({ data, shape }: NdArray<Uint8Array>): NdArray<Uint8Array> {
  const [rows = 0, channels = 0, height = 0, width = 0] = shape;
  const turned = new Uint8Array(data.length);
  const plane = height * width;
  for (let at = 0; at < data.length; at += 1) {
    const [row, channel, pixel] = [
      Math.floor(at / (channels * plane)),
      Math.floor(at / plane) % channels,
      at % plane,
    ];
    turned[(row * plane + pixel) * channels + channel] = data[at] as number;
  }
  return { data: turned, shape: [rows, height, width, channels] };
}

function refused(name: string, why: string): TableError {
  return new TableError("UNSUPPORTED", `"${name}" cannot be taken for pictures: ${why}.`);
}
