import type { NdArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";
import { bytesOf } from "./bytesOf.ts";
import type { ImageChange } from "./ImageChange.ts";
import { shiftImage } from "./shiftImage.ts";
import { turnImage } from "./turnImage.ts";

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
 *   augmentation, or a row that is not there
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
    const change = drawChange(augmentation, height, width, random);
    const copy = change.angle === 0 ? shiftImage : turnImage;
    copy(image, result, [height, width, channels], change);
  }
  return { data, shape: [rows.length, height, width, channels] };
}

/** Draws as Keras does: the turn, down, right, the mirror, and nothing for what is not asked for. */
function drawChange(
  { rotation = 0, heightShift = 0, widthShift = 0, horizontalFlip = false, fill = "nearest" }: Augmentation,
  height: number,
  width: number,
  random: () => number,
): ImageChange {
  const upTo = (limit: number): number => (limit === 0 ? 0 : (2 * random() - 1) * limit);
  return {
    angle: (upTo(rotation) * Math.PI) / 180,
    down: Math.round(upTo(heightShift * height)),
    right: Math.round(upTo(widthShift * width)),
    flip: horizontalFlip && random() < 0.5,
    fill,
  };
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
