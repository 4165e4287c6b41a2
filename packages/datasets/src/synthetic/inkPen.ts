import { developInk } from "./developInk.ts";
import { fitBox } from "./fitBox.ts";
import { SIDE } from "./imageSize.ts";
import { inkLine } from "./inkLine.ts";
import type { PenPoint } from "./parseStrokes.ts";
import type { RandomStream } from "./randomStream.ts";

/** The glyph with its ink fits a box of this many pixels, as in MNIST. */
const BOX = 20;

/** Draws strokes with a soft pen into 784 zeros, white on black; the strokes are scaled on the way. */
export function inkPen(
  strokes: readonly (readonly PenPoint[])[],
  random: RandomStream,
  pixels: Uint8Array,
): void {
  // Half the width of the line, in pixels; one pen in seven is a felt pen.
  const felt = random.uniform() < 0.15 ? 1.3 : 1;
  const radius = felt * (0.75 + 0.6 * (random.uniform() + random.uniform()));
  const soft = 0.9 + 0.6 * random.uniform();
  const strength = 1 - 0.15 * random.uniform() * random.uniform();
  const grain = random.uniform() < 0.5 ? 0 : 0.5 * random.uniform();
  // Pressure changes along a stroke: towards its end, and between middle and ends.
  const taper = 0.18 * random.bell();
  const swell = 0.18 * random.bell();

  fitBox(strokes, BOX - 2 * radius - 0.4 * soft);
  const ink = new Float64Array(SIDE * SIDE);
  for (const stroke of strokes) {
    const half = (stroke.length - 1) / 2;
    const width = (i: number): number => {
      const t = i / half - 1;
      return radius * (1 + taper * t + swell * (0.33 - t * t));
    };
    for (let i = 1; i < stroke.length; i++) {
      inkLine(stroke[i - 1] as PenPoint, stroke[i] as PenPoint, width(i - 1), width(i), soft, ink);
    }
  }
  developInk(ink, { strength, grain }, random, pixels);
}
