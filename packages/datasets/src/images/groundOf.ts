import type { GreyImage } from "./GreyImage.ts";

/** How bright the ground of an image is at a place: a plane, because light falls unevenly on paper. */
export interface Ground {
  /** Its mean. */
  readonly level: number;
  at(x: number, y: number): number;
}

interface BorderPixel {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** How often what is off the ground, such as ink that reaches the border, is left out and the plane laid anew. */
const ROUNDS = 3;
/** Off the ground is what is so much further from it than most of the border, and at least so many levels. */
const FAR = 3;
const NOISE = 4;

/** Lays a plane through the border of an image, by least squares; what is far off it does not count. */
export function groundOf(image: GreyImage): Ground {
  const border = borderOf(image);
  let ground = planeThrough(border);
  for (let round = 0; round < ROUNDS; round++) {
    const distance = ({ x, y, value }: BorderPixel) => Math.abs(value - ground.at(x, y));
    const limit = FAR * median(border.map(distance)) + NOISE;
    ground = planeThrough(border.filter((pixel) => distance(pixel) <= limit));
  }
  return ground;
}

function planeThrough(pixels: readonly BorderPixel[]): Ground {
  const mean = (of: (pixel: BorderPixel) => number) =>
    pixels.reduce((sum, pixel) => sum + of(pixel), 0) / pixels.length;
  const middle = { x: mean(({ x }) => x), y: mean(({ y }) => y) };
  const level = mean(({ value }) => value);
  const xx = mean(({ x }) => (x - middle.x) ** 2);
  const yy = mean(({ y }) => (y - middle.y) ** 2);
  const xy = mean(({ x, y }) => (x - middle.x) * (y - middle.y));
  const xv = mean(({ x, value }) => (x - middle.x) * (value - level));
  const yv = mean(({ y, value }) => (y - middle.y) * (value - level));
  const determinant = xx * yy - xy ** 2;
  // What is left may stand on one line: then the ground is flat.
  const flat = determinant <= 1e-9 * xx * yy || determinant === 0;
  const slope = flat
    ? { x: 0, y: 0 }
    : { x: (xv * yy - yv * xy) / determinant, y: (yv * xx - xv * xy) / determinant };
  return { level, at: (x, y) => level + slope.x * (x - middle.x) + slope.y * (y - middle.y) };
}

function borderOf({ width, height, data }: GreyImage): BorderPixel[] {
  const border: BorderPixel[] = [];
  const add = (x: number, y: number) => border.push({ x, y, value: data[y * width + x] ?? 0 });
  for (let x = 0; x < width; x++) {
    add(x, 0);
    add(x, height - 1);
  }
  for (let y = 0; y < height; y++) {
    add(0, y);
    add(width - 1, y);
  }
  return border;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
