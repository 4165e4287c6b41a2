import type { Colour } from "./colour.ts";

/** Ink from here on shows where there is no colour. */
const INK = 96;

/**
 * A grey image as characters, two pixels above each other in each: greys where the stream has colour, otherwise
 * ink and paper.
 *
 * @param pixels row-major, 0 to 255
 * @returns a line for every two rows of pixels
 */
export function blockPicture(
  pixels: ArrayLike<number>,
  width: number,
  height: number,
  colour: Colour,
): string[] {
  const value = (x: number, y: number) => (y < height ? (pixels[y * width + x] ?? 0) : 0);
  return Array.from({ length: Math.ceil(height / 2) }, (_, line) =>
    Array.from({ length: width }, (_, x) => {
      const upper = value(x, line * 2);
      const lower = value(x, line * 2 + 1);
      if (colour.enabled) return colour.grey("▀", upper / 255, lower / 255);
      if (upper >= INK) return lower >= INK ? "█" : "▀";
      return lower >= INK ? "▄" : " ";
    }).join(""),
  );
}
