import { DatasetError } from "../DatasetError.ts";
import type { GreyImage } from "./GreyImage.ts";

/** MNIST's frame: digits are scaled into a box of 20 pixels and put into 28 by their centre of mass. */
const FRAME = 28;
const BOX = 20;
/** Fainter than this share of the darkest ink is paper. */
const PAPER = 0.2;
/** Less contrast than this between ink and paper, of 255, is an empty page. */
const MIN_CONTRAST = 16;

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
  const ink = inkOf(image);
  const box = boundsOf(ink);
  const scale = BOX / Math.max(box.width, box.height);
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const small = stretch(resize(ink, box, width, height));
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

/**
 * The ink of a picture, 0 to 255, on paper of 0.
 *
 * @throws {DatasetError} when there is nothing on the picture
 */
function inkOf({ width, height, data }: GreyImage): GreyImage {
  const paper = median(borderOf(data, width, height));
  const sign = paper > 127 ? -1 : 1;
  const ink = data.map((value) => Math.max(0, sign * (value - paper)));
  const contrast = ink.reduce((most, value) => Math.max(most, value), 0);
  if (contrast < MIN_CONTRAST) {
    throw new DatasetError("INVALID_ARGUMENT", "there is nothing on it: one flat colour");
  }
  return {
    width,
    height,
    data: ink.map((value) => (value < PAPER * contrast ? 0 : (value / contrast) * 255)),
  };
}

function borderOf(data: Float32Array, width: number, height: number): number[] {
  const border: number[] = [];
  for (let x = 0; x < width; x++) border.push(data[x] ?? 0, data[(height - 1) * width + x] ?? 0);
  for (let y = 0; y < height; y++) border.push(data[y * width] ?? 0, data[y * width + width - 1] ?? 0);
  return border;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boundsOf({ width, height, data }: GreyImage): Bounds {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 0) === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Scales a part of an image: each new pixel is the mean of the area it covers. */
function resize(image: GreyImage, from: Bounds, width: number, height: number): GreyImage {
  const rows = resizeAxis(image.data, image.width, from.left, from.width, width, from.top, from.height);
  const columns = resizeAxis(
    transpose(rows, width, from.height),
    from.height,
    0,
    from.height,
    height,
    0,
    width,
  );
  return { width, height, data: transpose(columns, height, width) };
}

/** Scales each row of an image, from the columns `start` on, to `size` columns. */
function resizeAxis(
  data: Float32Array,
  stride: number,
  start: number,
  length: number,
  size: number,
  firstRow: number,
  rows: number,
): Float32Array {
  const step = length / size;
  const result = new Float32Array(size * rows);
  for (let target = 0; target < size; target++) {
    const [from, to] = [target * step, (target + 1) * step];
    for (let column = Math.floor(from); column < Math.min(length, Math.ceil(to)); column++) {
      const share = (Math.min(to, column + 1) - Math.max(from, column)) / step;
      for (let row = 0; row < rows; row++) {
        const at = row * size + target;
        result[at] = (result[at] ?? 0) + share * (data[(firstRow + row) * stride + start + column] ?? 0);
      }
    }
  }
  return result;
}

function transpose(data: Float32Array, width: number, height: number): Float32Array {
  return Float32Array.from(
    { length: data.length },
    (_, at) => data[(at % height) * width + Math.floor(at / height)] ?? 0,
  );
}

/** Thin lines fade as they shrink: the strongest ink becomes white again. */
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
