import type { TextStream } from "../Io.ts";

/** Escape codes, on and off. */
const styles = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

/** Styles text for one stream; the same text where the stream shows no colour. */
export interface Colour {
  readonly enabled: boolean;
  readonly bold: Style;
  readonly dim: Style;
  readonly red: Style;
  readonly green: Style;
  readonly yellow: Style;
  readonly cyan: Style;
  /** Text in any two colours. */
  readonly rgb: (text: string, foreground: Rgb, background: Rgb) => string;
}

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

type Style = (text: string) => string;

/**
 * Decides whether a stream gets colour: `NO_COLOR` forbids it, `FORCE_COLOR` demands it, otherwise terminals do.
 *
 * @see https://no-color.org
 */
export function createColour(stream: TextStream, env: Readonly<Record<string, string | undefined>>): Colour {
  const enabled = wantsColour(stream, env);
  // Nearly all terminals know 24-bit colour; the one that comes with macOS draws garbage instead.
  const code = env["TERM_PROGRAM"] === "Apple_Terminal" ? paletteCode : trueColourCode;
  const paint = (style: keyof typeof styles) => (text: string) =>
    enabled ? `\u001B[${styles[style][0]}m${text}\u001B[${styles[style][1]}m` : text;
  return {
    enabled,
    bold: paint("bold"),
    dim: paint("dim"),
    red: paint("red"),
    green: paint("green"),
    yellow: paint("yellow"),
    cyan: paint("cyan"),
    rgb: (text, foreground, background) =>
      enabled ? `\u001B[38;${code(foreground)};48;${code(background)}m${text}\u001B[0m` : text,
  };
}

function wantsColour(stream: TextStream, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env["NO_COLOR"]) return false;
  const force = env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

function trueColourCode(colour: Rgb): string {
  return `2;${colour.map(Math.round).join(";")}`;
}

/** The nearest of the palette's 6 x 6 x 6 colours, or of its 24 greys. */
function paletteCode([red, green, blue]: Rgb): string {
  const step = (value: number, steps: number) => Math.round((value / 255) * (steps - 1));
  if (red === green && green === blue) return `5;${232 + step(red, 24)}`;
  return `5;${16 + 36 * step(red, 6) + 6 * step(green, 6) + step(blue, 6)}`;
}
