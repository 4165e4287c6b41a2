import type { JSX } from "preact";
import { ticks } from "./ticks.ts";

/** The range of an axis, and how its numbers are written. */
export interface Axis {
  readonly range: readonly [number, number];
  /** How a number of the axis is written; `step` is how far apart they are. */
  readonly format: (value: number, step?: number) => string;
  /** How the value of a point is written; as the numbers of the axis where nothing is said. */
  readonly exact?: (value: number) => string;
  readonly label?: string;
  /** How many numbers there are, about. */
  readonly ticks?: number;
}

/** Both axes of a chart, and where it is drawn. */
export interface AxesProps {
  readonly x: Axis;
  readonly y: Axis;
  /** From values to pixels. */
  readonly toX: (value: number) => number;
  readonly toY: (value: number) => number;
  /** The edges of what is drawn, in pixels. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** Of the whole chart: the label of `x` stands at its foot. */
  readonly height: number;
}

/** The numbers of two axes, and lines across for those of `y`. */
export function Axes({ x, y, toX, toY, left, right, bottom, height }: AxesProps): JSX.Element {
  const [ofX, ofY] = [ticks(...x.range, x.ticks ?? 5), ticks(...y.range, y.ticks ?? 4)];
  return (
    <>
      {ofY.map((value) => (
        <g key={value}>
          <path class="grid" d={`M${left} ${toY(value)}H${right}`} />
          <text x={left - 8} y={toY(value)} dy="0.32em" text-anchor="end">
            {y.format(value, stepOf(ofY))}
          </text>
        </g>
      ))}
      {ofX.map((value) => (
        <text key={value} x={toX(value)} y={bottom + 16} text-anchor="middle">
          {x.format(value, stepOf(ofX))}
        </text>
      ))}
      {x.label !== undefined && (
        <text x={right} y={height - 3} text-anchor="end">
          {x.label}
        </text>
      )}
    </>
  );
}

function stepOf([first, second]: readonly number[]): number | undefined {
  return first === undefined || second === undefined ? undefined : second - first;
}
