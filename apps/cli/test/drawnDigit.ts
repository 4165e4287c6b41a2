import { resample } from "@minibatch/datasets";
import { encode } from "fast-png";

/** A page as a person would draw it: a digit of MNIST, black on white, of another size and in another place. */
export interface DrawnDigit {
  readonly png: Uint8Array;
  /** Grey, row-major, 200 x 200. */
  readonly pixels: Uint8Array;
}

const PAGE = 200;

/**
 * Puts an image of MNIST on a page of 200 x 200: two and a half to seven times as large, anywhere on it, inverted.
 *
 * @param image 28 x 28 bytes, light on black
 * @param random gives numbers from 0 to 1
 */
export function drawnDigit(image: ArrayLike<number>, random: () => number): DrawnDigit {
  const size = Math.round(28 * (2.5 + 4.5 * random()));
  const large = resample({ width: 28, height: 28, data: image }, size, size);
  const left = Math.floor(random() * (PAGE - size + 1));
  const top = Math.floor(random() * (PAGE - size + 1));
  const pixels = new Uint8Array(PAGE * PAGE).fill(255);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      pixels[(top + y) * PAGE + left + x] = 255 - Math.round(large[y * size + x] ?? 0);
    }
  }
  return { pixels, png: encode({ width: PAGE, height: PAGE, channels: 1, data: pixels }) };
}
