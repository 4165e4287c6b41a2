import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { Axes, type Axis } from "./Axes.tsx";
import { type Drawing, Figure } from "./Figure.tsx";
import { type LineLook, lineClass } from "./lineClass.ts";
import { extent } from "./extent.ts";
import { LineMark } from "./LineMark.tsx";
import { figureMessages } from "./messages.ts";
import { type LinePoint, readLines } from "./readLines.ts";
import { scale } from "./scale.ts";
import type { Span } from "./spanWithin.ts";
import { niceRange } from "./ticks.ts";

/** A line of a chart. */
export interface Line extends LineLook {
  /** In the legend. */
  readonly name: string;
  readonly points: readonly LinePoint[];
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
  /**
   * Whether its values can be seen as a table.
   *
   * @default true
   */
  readonly table?: boolean;
}

const [left, right, top, bottom] = [46, 12, 8, 34];

/** Lines over a number, drawn as SVG. */
export function LineChart({ title, description, lines, x, y, table = true }: LineChartProps): JSX.Element {
  const named = lines.filter(({ style }) => style !== "faint");
  const exactX = x.exact ?? x.format;
  const exactY = y.exact ?? y.format;
  const clip = useId();
  const [low, high] = x.range;
  const places = Math.max(0, ...lines.map(({ points }) => points.length));
  return (
    <Figure
      title={title}
      description={description}
      keys={named.map((line) => ({ name: line.name, mark: <LineMark {...line} /> }))}
      table={
        table
          ? {
              columns: [x.label ?? "", ...named.map(({ name }) => name)],
              rows: () => rowsOf(named, exactX, exactY),
            }
          : undefined
      }
      zoom={
        places < fewest
          ? undefined
          : {
              whole: x.range,
              // Two steps from point to point, and no less than shows where one is.
              least: (2 * (high - low)) / places,
              text: ([from, to]) => figureMessages.value.fromTo(x.label ?? "", x.format(from), x.format(to)),
            }
      }
      draw={(width, span) =>
        span ? draw(width, partOf(lines, span), ...zoomed(lines, x, y, span), clip) : draw(width, lines, x, y)
      }
    />
  );
}

/** A line of fewer points hides nothing that could be looked at closer. */
const fewest = 4;

/** @param clip the id of what cuts off the lines at the edges; they lie within them without */
function draw(width: number, lines: readonly Line[], x: Axis, y: Axis, clip?: string): Drawing {
  const height = Math.round(Math.min(320, Math.max(200, width * 0.6)));
  const between = clip === undefined ? clampedScale : scale;
  const toX = between(x.range, left, width - right);
  const toY = between(y.range, height - bottom, top);
  const fromX = scale([left, width - right], ...x.range);
  const path = (points: Line["points"]): string =>
    points
      .map((point, index) => `${index ? "L" : "M"}${toX(point.x).toFixed(1)} ${toY(point.y).toFixed(1)}`)
      .join("");
  return {
    height,
    content: (
      <>
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
        {clip !== undefined && (
          <clipPath id={clip}>
            <rect x={left} y={top} width={width - left - right} height={height - top - bottom} />
          </clipPath>
        )}
        <g clip-path={clip === undefined ? undefined : `url(#${clip})`}>
          {lines.map((line) => (
            <g key={line.name} class={lineClass(line)}>
              <path d={path(line.points)} />
              {line.marked &&
                line.points.map((point) => (
                  <circle key={point.x} cx={toX(point.x)} cy={toY(point.y)} r="3" />
                ))}
            </g>
          ))}
        </g>
      </>
    ),
    read(at) {
      const found = readLines(
        lines.filter(({ style }) => style !== "faint"),
        fromX(at),
      );
      if (!found || (clip !== undefined && !isWithin(found.x, x.range))) return undefined;
      const { format, exact = format } = y;
      return {
        title: [x.label, (x.exact ?? x.format)(found.x)].filter(Boolean).join(" "),
        x: toX(found.x),
        values: found.values.map(({ line, y }) => ({ name: line.name, value: exact(y) })),
      };
    },
    spanAt: (from, to) => [fromX(from), fromX(to)],
  };
}

/** The points of a span, and the ones beside it, to which the lines lead. */
function partOf(lines: readonly Line[], [from, to]: Span): readonly Line[] {
  return lines.map((line) => {
    const first = line.points.findLastIndex(({ x }) => x < from);
    const last = line.points.findIndex(({ x }) => x > to);
    return {
      ...line,
      points: line.points.slice(Math.max(0, first), last < 0 ? line.points.length : last + 1),
    };
  });
}

/** The axes of a part: as high as what it shows. */
function zoomed(lines: readonly Line[], x: Axis, y: Axis, span: Span): readonly [Axis, Axis] {
  const shown = lines.flatMap(({ points }) => [
    ...points.filter((point) => isWithin(point.x, span)).map((point) => point.y),
    ...span.flatMap((edge) => heightsAt(points, edge)),
  ]);
  const [least, most] = extent(shown, [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  return [
    { ...x, range: span },
    { ...y, range: most > least ? niceRange(least, most, y.ticks ?? 4) : y.range },
  ];
}

/** The height of a line between two of its points, as at the edge of a part that has none of them; none outside. */
function heightsAt(points: Line["points"], x: number): readonly number[] {
  const next = points.findIndex((point) => point.x >= x);
  const [before, after] = [points[next - 1], points[next]];
  if (!before || !after) return [];
  return [before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x)];
}

function isWithin(value: number, [from, to]: Span): boolean {
  return value >= from && value <= to;
}

/** A row for each place at which a line has a point; lines with points at places that are called the same share it. */
function rowsOf(
  lines: readonly Line[],
  xText: (x: number) => string,
  yText: (y: number) => string,
): readonly (readonly string[])[] {
  const places = [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const values = lines.map(({ points }) => new Map(points.map(({ x, y }) => [xText(x), yText(y)])));
  return [...new Set(places.map(xText))].map((place) => [
    place,
    ...values.map((line) => line.get(place) ?? "–"),
  ]);
}

/** From values to pixels; what lies outside the range is drawn at its end. */
function clampedScale(range: Axis["range"], from: number, to: number): (value: number) => number {
  const [low, high] = range;
  const place = scale(range, from, to);
  return (value) => place(Math.min(high, Math.max(low, value)));
}
