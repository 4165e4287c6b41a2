import { type Glyph, glyphs } from "./glyphs.ts";

/** Text as pixels. */
export interface TextPixels {
  readonly width: number;
  /** The columns and rows that are inked, from the upper left. */
  readonly ink: readonly { readonly x: number; readonly y: number }[];
}

/** Rows from the top of a capital to the foot of a g. */
export const TEXT_HEIGHT = 9;

/**
 * Sets a line of text in a small font of our own. Words with characters that the font lacks are left out, so that "お o" is drawn
 * as "o"; where no word is left, such characters become question marks.
 */
export function textPixels(text: string): TextPixels {
  const ink: { x: number; y: number }[] = [];
  let left = 0;
  for (const character of drawableWords(text) || text) {
    const glyph: Glyph = glyphs.get(character) ?? glyphs.get("?") ?? [];
    for (const [y, row] of glyph.entries()) {
      for (const [x, inked] of row.entries()) if (inked) ink.push({ x: left + x, y });
    }
    left += (glyph[0]?.length ?? 0) + 1;
  }
  return { width: Math.max(0, left - 1), ink };
}

function drawableWords(text: string): string {
  const isDrawable = (word: string): boolean => Array.from(word).every((character) => glyphs.has(character));
  return text.split(" ").filter(isDrawable).join(" ");
}
