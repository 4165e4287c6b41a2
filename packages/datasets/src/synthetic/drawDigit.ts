import { digitLabel } from "./digitLabel.ts";
import { DIGIT_STROKES } from "./digitStrokes.ts";
import { inkPen } from "./inkPen.ts";
import { type PenStroke, parseStrokes } from "./parseStrokes.ts";
import { type RandomStream, randomStream } from "./randomStream.ts";
import { tracePen } from "./tracePen.ts";
import { warpStrokes } from "./warpStrokes.ts";

interface Glyph {
  readonly weight: number;
  readonly strokes: readonly PenStroke[];
}

/** The random streams of a part: one for its labels, one for how its digits look. */
const STREAMS = { train: { label: 1, look: 2 }, test: { label: 3, look: 4 } } as const;

// By label; read when the first digit is drawn, so that importing costs nothing.
let glyphs: readonly (readonly Glyph[])[] | undefined;

/** Draws example `index` of a part into 784 zeros and returns its label. */
export function drawDigit(seed: number, split: "train" | "test", index: number, pixels: Uint8Array): number {
  const label = digitLabel(seed, STREAMS[split].label, index);
  const random = randomStream(seed, STREAMS[split].look, index);
  glyphs ??= DIGIT_STROKES.map((variants) =>
    variants.map(({ weight, strokes }) => ({ weight, strokes: parseStrokes(strokes) })),
  );
  const glyph = pickByWeight(glyphs[label] as readonly Glyph[], random);
  // Some write steadily, some do not.
  const wobble = 0.035 + 0.065 * random.uniform();
  const strokes = glyph.strokes.map((stroke) => tracePen(stroke, wobble, random));
  warpStrokes(strokes, random);
  inkPen(strokes, random, pixels);
  return label;
}

function pickByWeight(variants: readonly Glyph[], random: RandomStream): Glyph {
  let left = random.uniform() * variants.reduce((sum, { weight }) => sum + weight, 0);
  for (const variant of variants) {
    left -= variant.weight;
    if (left < 0) return variant;
  }
  return variants[0] as Glyph;
}
