import type { NdArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";

/**
 * How images are changed at random, each time they are trained on, in the terms of Keras' `ImageDataGenerator`.
 *
 * @example
 * const augmentation: Augmentation = { widthShift: 0.1, heightShift: 0.1, horizontalFlip: true };
 */
export interface Augmentation {
  /**
   * How far an image moves to the left or the right at most, as a fraction of its width, 0 to 1. It moves by whole pixels,
   * which leaves every byte what it is.
   *
   * @default 0
   */
  readonly widthShift?: number | undefined;
  /**
   * How far an image moves up or down at most, as a fraction of its height, 0 to 1; by whole pixels too.
   *
   * @default 0
   */
  readonly heightShift?: number | undefined;
  /**
   * Whether every second image, by chance, is mirrored.
   *
   * @default false
   */
  readonly horizontalFlip?: boolean | undefined;
  /**
   * How far an image turns about its centre at most, to either side, in degrees from 0 to 180. Pixels are interpolated
   * between their four neighbours and rounded.
   *
   * @default 0
   */
  readonly rotation?: number | undefined;
  /**
   * What comes in from beyond the edge: the pixel at the edge (`nearest`) or zeros (`constant`).
   *
   * @default "nearest"
   */
  readonly fill?: "nearest" | "constant" | undefined;
}

/** One drawing: output pixel (row, column) shows what was at (row + down, column + right) before it was mirrored. */
interface Change {
  /** Radians. */
  readonly angle: number;
  readonly down: number;
  readonly right: number;
  readonly flip: boolean;
}

/**
 * Copies the images with the given indices, each changed at random.
 *
 * `fit` does this to each batch, from its bytes and before scaling; this is the same for looking at it.
 *
 * @param images bytes `[n, height, width, channels]`
 * @param rows which images; one may come several times
 * @param random a generator of numbers in [0, 1), e.g. of `seededRandom`; the same numbers give the same images
 * @returns bytes `[rows.length, height, width, channels]`
 * @throws {TrainingError} `SHAPE_MISMATCH` for anything but images of bytes, `INVALID_ARGUMENT` for an impossible
 *   augmentation
 * @example
 * const preview = augment(train.x, [0, 0, 0], { rotation: 15, widthShift: 0.1 }, seededRandom(1)); // one image, thrice
 */
export function augment(
  images: NdArray,
  rows: ArrayLike<number>,
  augmentation: Augmentation,
  random: () => number,
): NdArray<Uint8Array<ArrayBuffer>> {
  const source = requireImages(images);
  requireAugmentation(augmentation);
  const [, height, width, channels] = source.shape;
  const size = height * width * channels;
  const fill = augmentation.fill ?? "nearest";
  const data = new Uint8Array(rows.length * size);
  for (let row = 0; row < rows.length; row += 1) {
    const from = (rows[row] as number) * size;
    const image = source.data.subarray(from, from + size);
    const result = data.subarray(row * size, (row + 1) * size);
    const change = drawChange(augmentation, height, width, random);
    const copy = change.angle === 0 ? shift : turn;
    copy(image, result, [height, width, channels], change, fill);
  }
  return { data, shape: [rows.length, height, width, channels] };
}

/** Draws as Keras does: the turn, down, right, the mirror, and nothing for what is not asked for. */
function drawChange(
  { rotation = 0, heightShift = 0, widthShift = 0, horizontalFlip = false }: Augmentation,
  height: number,
  width: number,
  random: () => number,
): Change {
  const upTo = (limit: number): number => (limit === 0 ? 0 : (2 * random() - 1) * limit);
  return {
    angle: (upTo(rotation) * Math.PI) / 180,
    down: Math.round(upTo(heightShift * height)),
    right: Math.round(upTo(widthShift * width)),
    flip: horizontalFlip && random() < 0.5,
  };
}

type Size = readonly [height: number, width: number, channels: number];

/** Copies an image moved by whole pixels, and mirrored or not: where each column comes from is the same in all rows. */
function shift(
  image: Uint8Array,
  result: Uint8Array,
  [height, width, channels]: Size,
  { down, right, flip }: Change,
  fill: "nearest" | "constant",
): void {
  const sources = new Int32Array(width);
  for (let column = 0; column < width; column += 1) {
    const from = (flip ? width - 1 - column : column) + right;
    const inside = Math.min(Math.max(from, 0), width - 1);
    sources[column] = inside === from || fill === "nearest" ? inside * channels : -1;
  }
  let to = 0;
  for (let row = 0; row < height; row += 1) {
    const inside = Math.min(Math.max(row + down, 0), height - 1);
    const missing = inside !== row + down && fill === "constant";
    const line = inside * width * channels;
    for (let column = 0; column < width; column += 1) {
      const source = sources[column] as number;
      if (missing || source < 0) to += channels;
      else
        for (let at = line + source; at < line + source + channels; at += 1)
          result[to++] = image[at] as number;
    }
  }
}

/** Copies an image turned about its centre, then moved, then mirrored. */
function turn(
  image: Uint8Array,
  result: Uint8Array,
  [height, width, channels]: Size,
  { angle, down, right, flip }: Change,
  fill: "nearest" | "constant",
): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [bottom, end] = [height - 1, width - 1];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const y = row + down - bottom / 2;
      const x = (flip ? end - column : column) + right - end / 2;
      const turnedY = cos * y + sin * x + bottom / 2;
      const turnedX = cos * x - sin * y + end / 2;
      const insideY = Math.min(Math.max(turnedY, 0), bottom);
      const insideX = Math.min(Math.max(turnedX, 0), end);
      if (fill === "constant" && (insideY !== turnedY || insideX !== turnedX)) continue;
      const [top, left] = [Math.floor(insideY), Math.floor(insideX)];
      const [below, beside] = [insideY - top, insideX - left];
      const upper = (top * width + left) * channels;
      const lower = top < bottom ? upper + width * channels : upper;
      const next = left < end ? channels : 0;
      const to = (row * width + column) * channels;
      for (let channel = 0; channel < channels; channel += 1) {
        const value =
          (1 - below) *
            ((1 - beside) * at(image, upper, channel) + beside * at(image, upper + next, channel)) +
          below * ((1 - beside) * at(image, lower, channel) + beside * at(image, lower + next, channel));
        result[to + channel] = Math.round(value);
      }
    }
  }
}

function at(image: Uint8Array, pixel: number, channel: number): number {
  return image[pixel + channel] as number;
}

function requireImages({ data, shape }: NdArray): {
  readonly data: Uint8Array;
  readonly shape: readonly [n: number, height: number, width: number, channels: number];
} {
  const [n, height, width, channels] = shape;
  if (
    data instanceof Uint8Array &&
    shape.length === 4 &&
    n !== undefined &&
    height !== undefined &&
    width !== undefined &&
    channels !== undefined
  ) {
    return { data, shape: [n, height, width, channels] };
  }
  throw new TrainingError(
    "SHAPE_MISMATCH",
    `Augmentation is for images of bytes, Uint8Array [n, height, width, channels], but these inputs are ` +
      `${data.constructor.name} [${shape.join(", ")}]. Leave augmentation out for them.`,
  );
}

function requireAugmentation({ widthShift = 0, heightShift = 0, rotation = 0, fill }: Augmentation): void {
  for (const [name, value, most] of [
    ["widthShift", widthShift, 1],
    ["heightShift", heightShift, 1],
    ["rotation", rotation, 180],
  ] as const) {
    if (value >= 0 && value <= most) continue;
    throw new TrainingError("INVALID_ARGUMENT", `${name} must be from 0 to ${most}, but it is ${value}.`);
  }
  if (fill === undefined || fill === "nearest" || fill === "constant") return;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `fill must be "nearest" or "constant", but it is "${String(fill)}".`,
  );
}
