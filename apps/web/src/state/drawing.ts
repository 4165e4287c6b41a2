import { signal } from "@preact/signals";

/** A point of the page that is drawn on, 0 to {@link PAGE_SIZE} along each axis. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line of the pen, from putting it down to lifting it. */
export type Stroke = readonly Point[];

/** What is to be recognized: lines of a pen, or an image that was put there. */
export type Drawing =
  | { readonly type: "strokes"; readonly strokes: readonly Stroke[] }
  | { readonly type: "example"; readonly image: Uint8Array; readonly digit: number };

/** Width and height of the page that is drawn on, in its own units. */
export const PAGE_SIZE = 280;

/** An empty page. */
export const emptyDrawing: Drawing = { type: "strokes", strokes: [] };

/** The drawing of the moment; it stays while other pages are looked at. */
export const drawing = signal<Drawing>(emptyDrawing);

/** Puts the pen down: a new line; an example is cleared away. */
export function startStroke(point: Point): void {
  drawing.value = { type: "strokes", strokes: [...strokesOf(drawing.peek()), [point]] };
}

/** Draws the last line on. */
export function continueStroke(points: readonly Point[]): void {
  const strokes = strokesOf(drawing.peek());
  const last = strokes.at(-1);
  if (!last) return;
  drawing.value = { type: "strokes", strokes: [...strokes.slice(0, -1), [...last, ...points]] };
}

/** Takes the last line away; of an example, all of it. */
export function undoStroke(): void {
  drawing.value = { type: "strokes", strokes: strokesOf(drawing.peek()).slice(0, -1) };
}

/** Whether there is nothing on the page. */
export function isEmpty(drawing: Drawing): boolean {
  return drawing.type === "strokes" && drawing.strokes.length === 0;
}

function strokesOf(drawing: Drawing): readonly Stroke[] {
  return drawing.type === "strokes" ? drawing.strokes : [];
}
