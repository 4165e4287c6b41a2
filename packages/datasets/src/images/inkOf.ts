import { DatasetError } from "../DatasetError.ts";
import type { GreyImage } from "./GreyImage.ts";
import { groundOf } from "./groundOf.ts";

/** Fainter than this share of the strongest ink is paper. */
const PAPER = 0.2;
/** Less contrast than this between ink and paper, of 255, is an empty page. */
const MIN_CONTRAST = 16;

/** What is on an image, apart from its ground. */
export interface Ink extends GreyImage {
  /** The strongest ink. */
  readonly contrast: number;
}

/**
 * Tells ink from paper: how far each pixel is from the ground of an image, which its border shows.
 *
 * On light ground ink is what is darker, on dark ground what is lighter.
 *
 * @returns 0 for paper, up to 255 for ink
 * @throws {DatasetError} `INVALID_ARGUMENT` when there is nothing on the image
 */
export function inkOf(image: GreyImage): Ink {
  const { width, height, data } = image;
  const ground = groundOf(image);
  const sign = ground.level > 127 ? -1 : 1;
  const ink = data.map((value, pixel) => {
    const paper = ground.at(pixel % width, Math.floor(pixel / width));
    return Math.max(0, sign * (value - paper));
  });
  const contrast = ink.reduce((most, value) => Math.max(most, value), 0);
  if (contrast < MIN_CONTRAST) {
    throw new DatasetError("INVALID_ARGUMENT", "there is nothing on it: one flat colour");
  }
  return { width, height, contrast, data: ink };
}

/** Ink without what is as faint as dirt, shadow or the noise of a photograph. */
export function withoutFaintInk({ contrast, data, ...size }: Ink): Ink {
  return { ...size, contrast, data: data.map((value) => (value < PAPER * contrast ? 0 : value)) };
}
