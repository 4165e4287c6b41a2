import type { JSX } from "preact";
import { pointIn } from "./pointIn.ts";
import type { Span } from "./spanWithin.ts";

/** A straight line. */
export interface StraightLine {
  readonly slope: number;
  readonly intercept: number;
}

/** Two points of a line that a pointer moves up and down; each stays under it while the line turns about the other. */
export function LineHandles({ line, range, toX, toY, fromY, edges, onMove }: LineHandlesProps): JSX.Element {
  const [from, to] = range;
  const places = [from + inset * (to - from), to - inset * (to - from)];
  const valueAt = (x: number): number => line.slope * x + line.intercept;
  const move = (event: PointerEvent & { currentTarget: SVGElement }, at: number): void => {
    event.stopPropagation();
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const drawing = event.currentTarget.ownerSVGElement;
    if (!drawing) return;
    const y = fromY(within(pointIn(drawing, event).y, edges));
    const [x = 0, other = 0] = at === 0 ? places : [...places].reverse();
    const slope = (valueAt(other) - y) / (other - x);
    onMove({ slope, intercept: y - slope * x });
  };
  return (
    <>
      {places.map((x, at) => (
        <circle
          key={at}
          class="handle"
          data-handle={at}
          cx={toX(x)}
          // Where the line leaves the figure, its handle waits at the edge.
          cy={within(toY(valueAt(x)), edges)}
          r="9"
          onPointerDown={(event) => {
            event.stopPropagation();
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => move(event, at)}
        />
      ))}
    </>
  );
}

/** So far from the ends of the axis, as a share of it. */
const inset = 0.1;

function within(value: number, [least, most]: Span): number {
  return Math.min(most, Math.max(least, value));
}

interface LineHandlesProps {
  readonly line: StraightLine;
  /** What the axis along spans. */
  readonly range: Span;
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
  readonly fromY: (unit: number) => number;
  /** The highest and the lowest unit that is drawn on. */
  readonly edges: Span;
  readonly onMove: (line: StraightLine) => void;
}
