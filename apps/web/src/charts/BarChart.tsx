import "./charts.css";
import type { JSX } from "preact";
import { niceRange, ticks } from "./ticks.ts";

/** Bars of one kind, over the categories. */
export interface Bars {
  /** In the legend. */
  readonly name: string;
  readonly style: "solid" | "pale";
  /** A value for each category. */
  readonly values: readonly number[];
}

/** What a chart of bars shows. */
export interface BarChartProps {
  readonly title: string;
  /** What the chart says, for those who do not see it. */
  readonly description: string;
  readonly categories: readonly string[];
  readonly bars: readonly Bars[];
  readonly format: (value: number) => string;
}

const [width, height] = [560, 240];
const [left, right, top] = [54, 4, 8];

/** Bars side by side over categories, drawn as SVG. */
export function BarChart({ title, description, categories, bars, format }: BarChartProps): JSX.Element {
  const [, high] = niceRange(0, Math.max(1e-9, ...bars.flatMap(({ values }) => values)), 4);
  const slanted = categories.some((name) => name.length > 4);
  const bottom = slanted ? 64 : 28;
  const toY = (value: number): number => height - bottom - (value / high) * (height - bottom - top);
  const step = (width - left - right) / categories.length;
  const bar = (step * 0.72) / bars.length;
  return (
    <figure class="chart">
      <figcaption>
        <span>{title}</span>
        {bars.length > 1 &&
          bars.map(({ name, style }) => (
            <span key={name} class="key">
              <svg width="12" height="12" aria-hidden="true">
                <rect class={style} width="12" height="12" rx="2" />
              </svg>
              {name}
            </span>
          ))}
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. ${description}`}>
        {ticks(0, high, 4).map((value) => (
          <g key={value}>
            <path class="grid" d={`M${left} ${toY(value)}H${width}`} />
            <text x={left - 8} y={toY(value)} dy="0.32em" text-anchor="end">
              {format(value)}
            </text>
          </g>
        ))}
        {categories.map((name, index) => {
          const middle = left + (index + 0.5) * step;
          const base = height - bottom + (slanted ? 12 : 18);
          return (
            <g key={name}>
              {bars.map(({ name, style, values }, order) => (
                <rect
                  key={name}
                  class={style}
                  x={middle + (order - bars.length / 2) * bar + 0.5}
                  y={toY(values[index] ?? 0)}
                  width={bar - 1}
                  height={toY(0) - toY(values[index] ?? 0)}
                  rx="1.5"
                />
              ))}
              <text
                x={middle}
                y={base}
                text-anchor={slanted ? "end" : "middle"}
                transform={slanted ? `rotate(-40 ${middle} ${base})` : undefined}
              >
                {name}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
