import type { JSX } from "preact";
import { type Drawing, Figure } from "./Figure.tsx";
import { figureMessages } from "./messages.ts";
import type { Span } from "./spanWithin.ts";
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

const [left, right, top] = [54, 4, 8];
/** About as wide as a letter of a label is. */
const letter = 7;
/** About as much room as slanted labels need from one to the next. */
const line = 18;
/** Fewer categories are large enough as they are. */
const fewest = 16;

/** Bars side by side over categories, drawn as SVG. */
export function BarChart({ title, description, ...shown }: BarChartProps): JSX.Element {
  const { categories, bars, format } = shown;
  return (
    <Figure
      title={title}
      description={description}
      keys={bars.map(({ name, style }) => ({
        name,
        mark: (
          <svg width="12" height="12" aria-hidden="true">
            <rect class={style} width="12" height="12" rx="2" />
          </svg>
        ),
      }))}
      table={{
        columns: [figureMessages.value.category, ...bars.map(({ name }) => name)],
        rows: () =>
          categories.map((name, index) => [name, ...bars.map(({ values }) => format(values[index] ?? 0))]),
      }}
      zoom={
        categories.length < fewest
          ? undefined
          : {
              whole: [0, categories.length],
              least: 4,
              text(span) {
                const [first, last] = placesOf(span);
                return figureMessages.value.fromTo("", categories[first] ?? "", categories[last - 1] ?? "");
              },
            }
      }
      draw={(width, span = [0, categories.length]) => draw(width, shown, placesOf(span))}
    />
  );
}

/** The categories that a span reaches into: from the first to before the last. */
function placesOf([from, to]: Span): readonly [first: number, last: number] {
  return [Math.floor(from + 1e-9), Math.ceil(to - 1e-9)];
}

function draw(
  width: number,
  { categories: all, bars: whole, format }: Omit<BarChartProps, "title" | "description">,
  [first, last]: readonly [number, number],
): Drawing {
  const categories = all.slice(first, last);
  const bars = whole.map((each) => ({ ...each, values: each.values.slice(first, last) }));
  const height = Math.round(Math.min(260, Math.max(200, width * 0.45)));
  const [, high] = niceRange(0, Math.max(1e-9, ...bars.flatMap(({ values }) => values)), 4);
  const step = (width - left - right) / categories.length;
  const slanted = categories.some((name) => name.length * letter > step);
  // Of more labels than there is room for, each second one is drawn, or each third one, …
  const labelled = Math.ceil(line / step);
  const bottom = slanted ? 64 : 28;
  const toY = (value: number): number => height - bottom - (value / high) * (height - bottom - top);
  const bar = (step * 0.72) / bars.length;
  const middleOf = (index: number): number => left + (index + 0.5) * step;
  return {
    height,
    content: (
      <>
        {ticks(0, high, 4).map((value) => (
          <g key={value}>
            <path class="grid" d={`M${left} ${toY(value)}H${width}`} />
            <text x={left - 8} y={toY(value)} dy="0.32em" text-anchor="end">
              {format(value)}
            </text>
          </g>
        ))}
        {categories.map((name, index) => {
          const middle = middleOf(index);
          const base = height - bottom + (slanted ? 12 : 18);
          return (
            <g key={name}>
              {bars.map(({ name, style, values }, order) => (
                <rect
                  key={name}
                  class={style}
                  x={middle + (order - bars.length / 2) * bar + 0.5}
                  y={toY(values[index] ?? 0)}
                  width={Math.max(1, bar - 1)}
                  height={toY(0) - toY(values[index] ?? 0)}
                  rx="1.5"
                />
              ))}
              {index % labelled === 0 && (
                <text
                  x={middle}
                  y={base}
                  text-anchor={slanted ? "end" : "middle"}
                  transform={slanted ? `rotate(-40 ${middle} ${base})` : undefined}
                >
                  {name}
                </text>
              )}
            </g>
          );
        })}
      </>
    ),
    read(x) {
      const index = Math.min(categories.length - 1, Math.max(0, Math.floor((x - left) / step)));
      const title = categories[index];
      if (title === undefined) return undefined;
      const values = bars.map(({ name, values }) => ({ name, value: format(values[index] ?? 0) }));
      return { title, x: middleOf(index), values };
    },
    spanAt: (from, to) => [first + (from - left) / step, first + (to - left) / step],
  };
}
