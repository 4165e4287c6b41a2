import { TrainingError } from "../TrainingError.ts";

/** Options of {@link imageUri}. */
export interface ImageUriOptions {
  /**
   * Whether light becomes dark, as ink on paper.
   *
   * @default false
   */
  readonly inverted?: boolean | undefined;
}

/**
 * A small image as the `data:` address of a PNG, for pages and charts that need no other file.
 *
 * The pixels are stored, not compressed: 1.2 kB of text for an image of 28 x 28, 4.2 kB for one of 32 x 32 in colour.
 *
 * @param pixels bytes from 0 to 255, row-major, channels last
 * @param shape height, width and channels: 1 is grey, 3 is red, green and blue
 * @throws {TrainingError} `SHAPE_MISMATCH` when shape and pixels do not fit, `INVALID_ARGUMENT` for other channels
 *
 * @example
 * const [height, width, channels] = mnist.inputShape;
 * picture.src = imageUri(train.x.data.subarray(0, 784), [height, width, channels]);
 */
export function imageUri(
  pixels: ArrayLike<number>,
  shape: readonly number[],
  options: ImageUriOptions = {},
): string {
  const [height = 0, width = 0, channels = 1] = shape;
  if (channels !== 1 && channels !== 3) {
    throw new TrainingError("INVALID_ARGUMENT", `An image needs 1 or 3 channels, but this has ${channels}.`);
  }
  if (height * width * channels !== pixels.length || pixels.length === 0) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `An image of ${height} x ${width} x ${channels} needs ${height * width * channels} values, ` +
        `but there are ${pixels.length}.`,
    );
  }
  const mask = options.inverted === true ? 255 : 0;
  // Each row begins with the number of its filter: 0, as it is.
  const stride = 1 + width * channels;
  const rows = new Uint8Array(stride * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const row = Math.floor(at / (width * channels));
    rows[at + row + 1] = (pixels[at] as number) ^ mask;
  }
  const header = [...bigEndian(width), ...bigEndian(height), 8, channels === 1 ? 0 : 2, 0, 0, 0];
  const png = [
    [137, 80, 78, 71, 13, 10, 26, 10],
    chunk("IHDR", header),
    chunk("IDAT", storedZlib(rows)),
    chunk("IEND", []),
  ].flat();
  const binary = png.map((byte) => String.fromCharCode(byte)).join("");
  return `data:image/png;base64,${btoa(binary)}`;
}

/** A chunk of a PNG (ISO 15948, 5.3): length, type, contents, checksum over both. */
function chunk(type: string, contents: readonly number[]): number[] {
  const checked = [...Array.from(type, (letter) => letter.charCodeAt(0)), ...contents];
  return [...bigEndian(contents.length), ...checked, ...bigEndian(crc32(checked))];
}

/** The longest block that deflate can store (RFC 1951, 3.2.4). */
const LONGEST_BLOCK = 65_535;

/** Bytes in the zlib format without compression (RFC 1950). */
function storedZlib(bytes: Uint8Array): number[] {
  const stored = [0x78, 0x01];
  for (let start = 0; start < bytes.length; start += LONGEST_BLOCK) {
    const block = bytes.subarray(start, start + LONGEST_BLOCK);
    const last = start + block.length === bytes.length ? 1 : 0;
    const { length } = block;
    stored.push(last, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255);
    for (const byte of block) stored.push(byte);
  }
  return [...stored, ...bigEndian(adler32(bytes))];
}

function bigEndian(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}

/** The checksum of PNG and zip, bit by bit: images here are small. */
function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
