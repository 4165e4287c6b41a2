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
  /** Text on two of the 256 greys: 0 is black, 1 white. */
  readonly grey: (text: string, foreground: number, background: number) => string;
}

type Style = (text: string) => string;

/**
 * Decides whether a stream gets colour: `NO_COLOR` forbids it, `FORCE_COLOR` demands it, otherwise terminals do.
 *
 * @see https://no-color.org
 */
export function createColour(stream: TextStream, env: Readonly<Record<string, string | undefined>>): Colour {
  const enabled = wantsColour(stream, env);
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
    grey: (text, foreground, background) =>
      enabled ? `\u001B[38;5;${shade(foreground)};48;5;${shade(background)}m${text}\u001B[0m` : text,
  };
}

function wantsColour(stream: TextStream, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env["NO_COLOR"]) return false;
  const force = env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

/** One of the 24 greys of the 256-colour palette. */
function shade(value: number): number {
  return 232 + Math.round(Math.min(1, Math.max(0, value)) * 23);
}
