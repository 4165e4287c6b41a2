import type { GreyImage } from "./GreyImage.ts";
import { inkBounds } from "./inkBounds.ts";
import { inkOf, withoutFaintInk } from "./inkOf.ts";
import { resample } from "./resample.ts";

/** MNIST's frame: digits are scaled into a box of 20 pixels and put into 28 by their centre of mass. */
const FRAME = 28;
const BOX = 20;

/**
 * Makes of a picture of a digit what MNIST made of its scans: light ink on black, cropped, scaled so that the longer
 * side is 20 pixels, centred by mass in 28 x 28.
 *
 * Dark ink on light paper is recognised by the border, and inverted. The rule is that of the MNIST page (LeCun, Cortes, Burges):
 * scaled into a box of 20x20 pixels, then centred by the centre of mass.
 *
 * @param image one digit on plain ground, of any size
 * @returns 28 x 28 bytes, row-major, 0 is ground, 255 full ink
 * @throws {DatasetError} `INVALID_ARGUMENT` when there is nothing on the picture
 * @example
 * const x = { data: prepareDigit(photo), shape: [1, 28, 28, 1] };
 * const probabilities = await predict(model, x);
 */
export function prepareDigit(image: GreyImage): Uint8Array {
  const ink = withoutFaintInk(inkOf(image));
  const box = inkBounds(ink);
  const scale = BOX / Math.max(box.width, box.height);
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const small = stretch({ width, height, data: resample(ink, width, height, box) });
  const { x, y } = centreOfMass(small);
  const left = clampOffset(nearestInteger(FRAME / 2 - x), width);
  const top = clampOffset(nearestInteger(FRAME / 2 - y), height);
  const frame = new Uint8Array(FRAME * FRAME);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      frame[(top + row) * FRAME + left + column] = Math.round(small.data[row * width + column] ?? 0);
    }
  }
  return frame;
}

/** Faint ink, and thin lines that fade as they shrink: the strongest becomes white. */
function stretch(image: GreyImage): GreyImage {
  const most = image.data.reduce((most, value) => Math.max(most, value), 1);
  return { ...image, data: image.data.map((value) => (value / most) * 255) };
}

function centreOfMass({ width, data }: GreyImage): { x: number; y: number } {
  let [mass, x, y] = [0, 0, 0];
  for (const [at, value] of data.entries()) {
    mass += value;
    x += value * (at % width);
    y += value * Math.floor(at / width);
  }
  return { x: x / mass, y: y / mass };
}

/** Halves go down: MNIST's images have their centre of mass at pixel 14, give or take half a pixel. */
function nearestInteger(value: number): number {
  return Math.ceil(value - 0.5);
}

function clampOffset(offset: number, size: number): number {
  return Math.min(FRAME - size, Math.max(0, offset));
}
