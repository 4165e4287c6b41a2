/** A point of the pen's way; the box of a glyph runs from -1 to 1, y down. */
export interface PenPoint {
  x: number;
  y: number;
}

/** What the pen draws in one go: smooth curves, by the points they pass, that meet in corners. */
export type PenStroke = readonly (readonly PenPoint[])[];

/** Reads the notation of {@link DigitVariant.strokes}. */
export function parseStrokes(strokes: string): PenStroke[] {
  return strokes.split(";").map((stroke) =>
    stroke.split("/").map((curve) =>
      curve
        .trim()
        .split(" ")
        .map((point) => {
          const [x, y] = point.split(",");
          return { x: Number(x) / 50 - 1, y: Number(y) / 50 - 1 };
        }),
    ),
  );
}
