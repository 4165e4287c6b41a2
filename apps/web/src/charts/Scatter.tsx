import "./charts.css";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { Axes, type Axis } from "./Axes.tsx";
import { scale } from "./scale.ts";

/** Points of one kind. */
export interface Dots {
  /** In the legend. */
  readonly name: string;
  readonly style: "filled" | "hollow";
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** What a chart of points shows. */
export interface ScatterProps {
  readonly title: string;
  /** What the chart says, for those who do not see it. */
  readonly description: string;
  readonly dots: readonly Dots[];
  /** A straight line through the whole chart. */
  readonly line?: { readonly slope: number; readonly intercept: number } | undefined;
  readonly x: Axis;
  readonly y: Axis;
}

const [width, height] = [640, 380];
const [left, right, top, bottom] = [46, 12, 8, 38];

/** Points, and a line through them, drawn as SVG. */
export function Scatter({ title, description, dots, line, x, y }: ScatterProps): JSX.Element {
  const clip = useId();
  const toX = scale(x.range, left, width - right);
  const toY = scale(y.range, height - bottom, top);
  const [from, to] = x.range;
  return (
    <figure class="chart scatter">
      <figcaption>
        <span>{title}</span>
        {dots.map(({ name, style }) => (
          <span key={name} class="key">
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <circle class={style} cx="6" cy="6" r="4" />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. ${description}`}>
        <clipPath id={clip}>
          <rect x={left} y={top} width={width - left - right} height={height - top - bottom} />
        </clipPath>
        <Axes
          x={{ ticks: 6, ...x }}
          y={{ ticks: 5, ...y }}
          toX={toX}
          toY={toY}
          left={left}
          right={width - right}
          bottom={height - bottom}
          height={height}
        />
        {dots.map((kind) => (
          <g key={kind.name}>
            {Array.from(kind.x, (value, row) => (
              <circle
                key={row}
                class={kind.style}
                cx={toX(value).toFixed(1)}
                cy={toY(kind.y[row] ?? 0).toFixed(1)}
                r="3.5"
              />
            ))}
          </g>
        ))}
        {line && (
          <g clip-path={`url(#${clip})`}>
            <path
              class="fitted"
              d={`M${toX(from)} ${toY(line.slope * from + line.intercept)}L${toX(to)} ${toY(line.slope * to + line.intercept)}`}
            />
          </g>
        )}
      </svg>
    </figure>
  );
}
