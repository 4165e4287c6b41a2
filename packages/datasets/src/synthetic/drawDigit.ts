import { DIGIT_STROKES } from "./digitStrokes.ts";
import { inkPen } from "./inkPen.ts";
import { type RandomStream, randomStream } from "./randomStream.ts";
import { type PenStroke, parseStrokes, tracePen } from "./tracePen.ts";
import { warpStrokes } from "./warpStrokes.ts";

/** What sets the digits of training and test apart. */
export type DigitSplit = "train" | "test";

const STREAMS: Record<DigitSplit, number> = { train: 0x7a11, test: 0x7e57 };

let glyphs: { weight: number; strokes: PenStroke[] }[][] | undefined;

/** The label of example `index`: every ten examples, counted from 0, show each digit once, in random order. */
export function digitLabel(seed: number, split: DigitSplit, index: number): number {
  const random = randomStream(seed, STREAMS[split] ^ 0x10000, Math.floor(index / 10));
  const labels = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  // Shuffle from the front (Fisher-Yates) as far as the place that is asked for.
  const place = index % 10;
  for (let i = 0; i <= place; i++) {
    const j = i + random.below(10 - i);
    [labels[i], labels[j]] = [labels[j] as number, labels[i] as number];
  }
  return labels[place] as number;
}

/** Draws example `index` into 784 zeros and returns its label. */
export function drawDigit(seed: number, split: DigitSplit, index: number, pixels: Uint8Array): number {
  const label = digitLabel(seed, split, index);
  const random = randomStream(seed, STREAMS[split], index);
  glyphs ??= DIGIT_STROKES.map((variants) =>
    variants.map(({ weight, strokes }) => ({ weight, strokes: parseStrokes(strokes) })),
  );
  const strokes = pickVariant(glyphs[label] ?? [], random);
  const wobble = 0.035 + 0.065 * random.uniform();
  const paths = strokes.map((stroke) => tracePen(stroke, wobble, random));
  warpStrokes(paths, random);
  inkPen(paths, random, pixels);
  return label;
}

function pickVariant(
  variants: readonly { weight: number; strokes: PenStroke[] }[],
  random: RandomStream,
): PenStroke[] {
  let left = random.uniform() * variants.reduce((sum, { weight }) => sum + weight, 0);
  const variant = variants.find(({ weight }) => (left -= weight) < 0) ?? variants[0];
  return variant?.strokes ?? [];
}
