import type { NdArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";
import { bytesOf } from "./bytesOf.ts";
import { cutOut } from "./cutOut.ts";
import type { ImageChange } from "./ImageChange.ts";
import { shiftImage } from "./shiftImage.ts";
import { warpImage } from "./warpImage.ts";

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
   * By how many pixels an image moves at most, down or up and to the right or left, each number of pixels as often as any other: what
   * cutting at random out of an image that was padded by so many does.
   *
   * @default 0
   */
  readonly crop?: number | undefined;
  /**
   * Whether each image is mirrored in every second epoch: which ones begin is left to chance (K. Jordan 2024, arXiv:2404.00498). Instead of
   * `horizontalFlip`.
   *
   * @default false
   */
  readonly alternatingFlip?: boolean | undefined;
  /**
   * The side of a square that is painted over, in pixels, somewhere in the image, by the mean of each channel (DeVries and Taylor 2017,
   * arXiv:1708.04552).
   *
   * @default 0
   */
  readonly cutout?: number | undefined;
  /**
   * How much larger or smaller an image becomes at most, 0 to below 1: 0.1 shows 0.9 to 1.1 times as much of it, along height and width
   * apart.
   *
   * @default 0
   */
  readonly zoom?: number | undefined;
  /**
   * How far an image is slanted at most, to either side, in degrees from 0 to below 90.
   *
   * @default 0
   */
  readonly shear?: number | undefined;
  /**
   * What comes in from beyond the edge: the pixel at the edge (`nearest`), zeros (`constant`), or the image mirrored at its edge
   * (`reflect`; not with `rotation`, `zoom` or `shear`).
   *
   * @default "nearest"
   */
  readonly fill?: "nearest" | "constant" | "reflect" | undefined;
}

/** When an image is changed, for what alternates. */
export interface AugmentationTime {
  /** The epochs before. */
  readonly epoch: number;
  /** The seed of the run. */
  readonly seed: number;
}

/**
 * Copies the images with the given indices, each changed at random.
 *
 * `fit` does this to each batch, from its bytes and before scaling; this is the same for looking at it.
 *
 * @param images bytes `[n, height, width, channels]`
 * @param rows which images; one may come several times
 * @param random a generator of numbers in [0, 1), e.g. of `seededRandom`; the same numbers give the same images
 * @param time the epoch, and what decides which images are mirrored in the first one, for `alternatingFlip`
 * @returns bytes `[rows.length, height, width, channels]`
 * @throws {TrainingError} `SHAPE_MISMATCH` for anything but images of bytes, `INVALID_ARGUMENT` for an impossible
 *   augmentation, or a row that is not there
 * @example
 * const preview = augment(train.x, [0, 0, 0], { rotation: 15, widthShift: 0.1 }, seededRandom(1)); // one image, thrice
 */
export function augment(
  images: NdArray,
  rows: ArrayLike<number>,
  augmentation: Augmentation,
  random: () => number,
  time: AugmentationTime = { epoch: 0, seed: 1 },
): NdArray<Uint8Array<ArrayBuffer>> {
  const source = requireImages(images);
  requireAugmentation(augmentation);
  const { alternatingFlip = false, cutout = 0 } = augmentation;
  const [count, height, width, channels] = source.shape;
  const size = height * width * channels;
  const data = new Uint8Array(rows.length * size);
  for (let row = 0; row < rows.length; row += 1) {
    const index = rows[row] as number;
    if (!(Number.isInteger(index) && index >= 0 && index < count)) {
      throw new TrainingError(
        "INVALID_ARGUMENT",
        `rows must be from 0 to ${count - 1}, but one is ${index}.`,
      );
    }
    const from = index * size;
    const image = source.data.subarray(from, from + size);
    const result = data.subarray(row * size, (row + 1) * size);
    const drawn = drawChange(augmentation, height, width, random);
    const change = alternatingFlip ? { ...drawn, flip: isMirrored(index, time) } : drawn;
    const copy = isShift(change) ? shiftImage : warpImage;
    copy(image, result, [height, width, channels], change);
    if (cutout > 0) cutOut(result, [height, width, channels], cutout, random);
  }
  return { data, shape: [rows.length, height, width, channels] };
}

/** Draws as Keras does: the turn, down, right, the slant, both zooms, the mirror, and nothing for what is not asked for. */
function drawChange(
  augmentation: Augmentation,
  height: number,
  width: number,
  random: () => number,
): ImageChange {
  const { rotation = 0, heightShift = 0, widthShift = 0, shear = 0, zoom = 0 } = augmentation;
  const { horizontalFlip = false, crop = 0, fill = "nearest" } = augmentation;
  const upTo = (limit: number): number => (limit === 0 ? 0 : (2 * random() - 1) * limit);
  const evenly = (limit: number): number =>
    limit === 0 ? 0 : Math.floor(random() * (2 * limit + 1)) - limit;
  return {
    angle: radians(upTo(rotation)),
    down: Math.round(upTo(heightShift * height)) + evenly(crop),
    right: Math.round(upTo(widthShift * width)) + evenly(crop),
    shear: radians(upTo(shear)),
    zoom: { across: 1 + upTo(zoom), down: 1 + upTo(zoom) },
    flip: horizontalFlip && random() < 0.5,
    fill,
  };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Whether an image only moves by whole pixels, which is quicker. */
function isShift({ angle, shear, zoom }: ImageChange): boolean {
  return angle === 0 && shear === 0 && zoom.across === 1 && zoom.down === 1;
}

function requireImages({ data, shape }: NdArray): {
  readonly data: Uint8Array;
  readonly shape: readonly [n: number, height: number, width: number, channels: number];
} {
  const bytes = bytesOf(data);
  const [n, height, width, channels] = shape;
  if (
    bytes &&
    shape.length === 4 &&
    n !== undefined &&
    height !== undefined &&
    width !== undefined &&
    channels !== undefined
  ) {
    return { data: bytes, shape: [n, height, width, channels] };
  }
  throw new TrainingError(
    "SHAPE_MISMATCH",
    `Augmentation is for images of bytes, Uint8Array [n, height, width, channels], but these inputs are ` +
      `${data.constructor.name} [${shape.join(", ")}]. Leave augmentation out for them.`,
  );
}

/** Whether an image is mirrored in an epoch: by chance in the first one, and otherwise than before in each one after it. */
function isMirrored(image: number, { epoch, seed }: AugmentationTime): boolean {
  let bits = Math.imul(image + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca77);
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (((bits ^ (bits >>> 16)) + epoch) & 1) === 1;
}

function requireAugmentation(augmentation: Augmentation): void {
  const { widthShift = 0, heightShift = 0, rotation = 0, zoom = 0, shear = 0, fill } = augmentation;
  const { crop = 0, cutout = 0 } = augmentation;
  for (const [name, value] of Object.entries({ crop, cutout })) {
    if (Number.isSafeInteger(value) && value >= 0) continue;
    throw new TrainingError("INVALID_ARGUMENT", `${name} must be a whole number from 0, but it is ${value}.`);
  }
  if (augmentation.alternatingFlip && augmentation.horizontalFlip) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      "horizontalFlip and alternatingFlip both mirror images. Give one of them.",
    );
  }
  if (fill === "reflect" && (rotation > 0 || zoom > 0 || shear > 0)) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      'fill "reflect" is not for rotation, zoom or shear. Take "nearest".',
    );
  }
  for (const [name, value, most] of [
    ["widthShift", widthShift, 1],
    ["heightShift", heightShift, 1],
    ["rotation", rotation, 180],
  ] as const) {
    if (value >= 0 && value <= most) continue;
    throw new TrainingError("INVALID_ARGUMENT", `${name} must be from 0 to ${most}, but it is ${value}.`);
  }
  for (const [name, value, bound] of [
    ["zoom", zoom, 1],
    ["shear", shear, 90],
  ] as const) {
    if (value >= 0 && value < bound) continue;
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `${name} must be at least 0 and below ${bound}, but it is ${value}.`,
    );
  }
  if (fill === undefined || ["nearest", "constant", "reflect"].includes(fill)) return;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `fill must be "nearest", "constant" or "reflect", but it is "${fill}".`,
  );
}
