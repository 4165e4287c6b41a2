import { resample } from "@minibatch/datasets";
import type { Picture } from "@minibatch/images";
import type { Colour, Rgb } from "./colour.ts";

/** Ink from here on shows where there is no colour. */
const INK = 96;

/** A character for each set of quarters that show ink: 1 upper left, 2 upper right, 4 lower left, 8 lower right. */
const QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█";
/** Half of those sets, the others being their opposites; of equally good ones the first is drawn. */
const MASKS = [3, 5, 1, 2, 4, 8, 6];
/** From dark to light, for photographs without colour. */
const SHADES = " ░▒▓█";

/**
 * A picture as characters of four quarters each: two colours in each where the stream has colour, otherwise ink and paper,
 * and shades for photographs.
 *
 * @param columns how many characters wide; as many as the picture has pixels shows all of them
 * @returns as many lines as keep its proportions
 */
export function blockPicture(picture: Picture, columns: number, colour: Colour): string[] {
  const lines = Math.max(1, Math.round((columns * picture.height) / picture.width / 2));
  const { channels } = picture;
  const data = resample(picture, columns * 2, lines * 2);
  const pixel = (x: number, y: number): Rgb => {
    const at = (y * columns * 2 + x) * channels;
    const first = data[at] ?? 0;
    return channels === 1 ? [first, first, first] : [first, data[at + 1] ?? 0, data[at + 2] ?? 0];
  };
  const draw = colour.enabled ? twoColours : channels === 1 ? ink : shade;
  return Array.from({ length: lines }, (_, line) =>
    Array.from({ length: columns }, (_, column) => {
      const [x, y] = [column * 2, line * 2];
      return draw([pixel(x, y), pixel(x + 1, y), pixel(x, y + 1), pixel(x + 1, y + 1)], colour);
    }).join(""),
  );
}

/** Upper left, upper right, lower left, lower right. */
type Cell = readonly Rgb[];

function ink(cell: Cell): string {
  const mask = cell.reduce((mask, [grey], quarter) => mask + (grey >= INK ? 1 << quarter : 0), 0);
  return QUARTERS[mask] ?? "";
}

function shade(cell: Cell): string {
  const [red, green, blue] = mean(cell);
  const light = (0.299 * red + 0.587 * green + 0.114 * blue) / 256;
  return SHADES[Math.floor(light * SHADES.length)] ?? "";
}

/** The quarters parted into two groups that are as flat as can be. */
function twoColours(cell: Cell, colour: Colour): string {
  let best = { mask: 0, error: Number.POSITIVE_INFINITY, inside: mean(cell), outside: mean(cell) };
  for (const mask of MASKS) {
    const inside = cell.filter((_, quarter) => (mask >> quarter) & 1);
    const outside = cell.filter((_, quarter) => !((mask >> quarter) & 1));
    const means = { inside: mean(inside), outside: mean(outside) };
    const error = spread(inside, means.inside) + spread(outside, means.outside);
    if (error < best.error) best = { mask, error, ...means };
  }
  return colour.rgb(QUARTERS[best.mask] ?? "", best.inside, best.outside);
}

function mean(colours: readonly Rgb[]): Rgb {
  const part = (channel: 0 | 1 | 2) =>
    colours.reduce((sum, colour) => sum + colour[channel], 0) / colours.length;
  return [part(0), part(1), part(2)];
}

function spread(colours: readonly Rgb[], [red, green, blue]: Rgb): number {
  return colours.reduce((sum, [r, g, b]) => sum + (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2, 0);
}
