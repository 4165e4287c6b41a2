import "./charts.css";
import type { JSX } from "preact";
import { Axes, type Axis } from "./Axes.tsx";
import { scale } from "./scale.ts";

/** A line of a chart. */
export interface Line {
  /** In the legend. */
  readonly name: string;
  /** `faint` stands behind the others and is not in the legend. */
  readonly style: "solid" | "dashed" | "faint";
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** Which of several alike it is, from 0: each has a colour and dashes of its own. */
  readonly series?: number;
  /** Whether each point has a mark. */
  readonly marked?: boolean;
}

/** What a chart of lines shows. */
export interface LineChartProps {
  readonly title: string;
  /** What the chart says, for those who do not see it. */
  readonly description: string;
  readonly lines: readonly Line[];
  readonly x: Axis;
  readonly y: Axis;
}

const [width, height] = [420, 260];
const [left, right, top, bottom] = [46, 12, 8, 34];

/** Lines over a number, drawn as SVG. */
export function LineChart({ title, description, lines, x, y }: LineChartProps): JSX.Element {
  const toX = clampedScale(x.range, left, width - right);
  const toY = clampedScale(y.range, height - bottom, top);
  const path = (points: Line["points"]): string =>
    points
      .map((point, index) => `${index ? "L" : "M"}${toX(point.x).toFixed(1)} ${toY(point.y).toFixed(1)}`)
      .join("");
  return (
    <figure class="chart">
      <figcaption>
        <span>{title}</span>
        {lines
          .filter(({ style }) => style !== "faint")
          .map((line) => (
            <span key={line.name} class="key">
              <svg width="20" height="8" aria-hidden="true">
                <path class={classOf(line)} d="M0 4H20" />
              </svg>
              {line.name}
            </span>
          ))}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. ${description}`}>
        <Axes
          x={x}
          y={y}
          toX={toX}
          toY={toY}
          left={left}
          right={width - right}
          bottom={height - bottom}
          height={height}
        />
        {lines.map((line) => (
          <g key={line.name} class={classOf(line)}>
            <path d={path(line.points)} />
            {line.marked &&
              line.points.map((point) => <circle key={point.x} cx={toX(point.x)} cy={toY(point.y)} r="3" />)}
          </g>
        ))}
      </svg>
    </figure>
  );
}

function classOf({ style, series }: Line): string {
  return series === undefined ? style : `series-${series}`;
}

/** From values to pixels; what lies outside the range is drawn at its end. */
function clampedScale(range: Axis["range"], from: number, to: number): (value: number) => number {
  const [low, high] = range;
  const place = scale(range, from, to);
  return (value) => place(Math.min(high, Math.max(low, value)));
}
