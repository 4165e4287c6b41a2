import { encode as encodePng } from "fast-png";
import jpeg from "jpeg-js";

/** A generated picture: soft blobs that no other seed has. */
export interface MadePicture {
  readonly width: number;
  readonly height: number;
  /** `height * width * 3` bytes. */
  readonly rgb: Uint8Array;
}

/** Numbers from 0 to 1 that hang on a seed alone. */
function randomNumbers(seed: number): () => number {
  let state = (Math.imul(seed, 0x9e3779b9) ^ 0x5bd1e995) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws a picture: a grid of 5x5 random colours, blended. */
export function makePicture(seed: number, width = 40, height = 40, grey = false): MadePicture {
  const random = randomNumbers(seed);
  const grid = Array.from({ length: 25 }, () => {
    const value = 255 * random();
    return grey ? [value, value, value] : [value, 255 * random(), 255 * random()];
  });
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = [(x / width) * 3.999, (y / height) * 3.999];
      const [column, row] = [Math.floor(u), Math.floor(v)];
      for (let channel = 0; channel < 3; channel++) {
        const at = (dx: number, dy: number) => grid[(row + dy) * 5 + column + dx]?.[channel] ?? 0;
        const [left, right] = [
          at(0, 0) * (row + 1 - v) + at(0, 1) * (v - row),
          at(1, 0) * (row + 1 - v) + at(1, 1) * (v - row),
        ];
        rgb[(y * width + x) * 3 + channel] = Math.round(left * (column + 1 - u) + right * (u - column));
      }
    }
  }
  return { width, height, rgb };
}

export function pngOf({ width, height, rgb }: MadePicture): Uint8Array {
  return encodePng({ width, height, data: rgb, channels: 3, depth: 8 });
}

export function jpegOf({ width, height, rgb }: MadePicture, quality = 90): Uint8Array {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < rgb.length; at++) data[Math.floor(at / 3) * 4 + (at % 3)] = rgb[at] ?? 0;
  return jpeg.encode({ width, height, data }, quality).data;
}
