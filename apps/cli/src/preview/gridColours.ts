import type { Rgb } from "../terminal/colour.ts";

/** What a grid of images is drawn in. */
export const gridColours: { readonly page: Rgb; readonly label: Rgb } = {
  page: [238, 241, 244],
  label: [28, 36, 48],
};
