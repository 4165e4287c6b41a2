import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { Axes, type Axis } from "./Axes.tsx";
import { type Drawing, Figure } from "./Figure.tsx";
import { extent } from "./extent.ts";
import { LineHandles, type StraightLine } from "./LineHandles.tsx";
import { type LineLook, lineClass } from "./lineClass.ts";
import { LineMark } from "./LineMark.tsx";
import { figureMessages } from "./messages.ts";
import { scale } from "./scale.ts";
import type { Span } from "./spanWithin.ts";
import { niceRange } from "./ticks.ts";

/** Points of one kind. */
export interface Dots {
  /** In the legend. */
  readonly name: string;
  readonly style: "filled" | "hollow";
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** A straight line through the whole chart. */
export interface ScatterLine extends StraightLine, LineLook {
  /** In the legend; a line without a name is not there. */
  readonly name?: string;
  /** Called as it is dragged at either end; without, it stays where it is. */
  readonly onMove?: (line: StraightLine) => void;
}

/** What a chart of points shows. */
export interface ScatterProps {
  readonly title: string;
  /** What the chart says, for those who do not see it. */
  readonly description: string;
  readonly dots: readonly Dots[];
  readonly lines?: readonly ScatterLine[];
  readonly x: Axis;
  readonly y: Axis;
}

const [left, right, top, bottom] = [46, 12, 8, 38];
/** So near to the pointer, in pixels, a point is meant. */
const near = 24;

/** Points, and a line through them, drawn as SVG. */
export function Scatter({ title, description, ...shown }: ScatterProps): JSX.Element {
  const t = figureMessages.value;
  const clip = useId();
  const { dots, lines = [], x, y } = shown;
  const [low, high] = x.range;
  return (
    <Figure
      class="scatter"
      title={title}
      description={description}
      keys={[
        ...dots.map(({ name, style }) => ({
          name,
          mark: (
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <circle class={style} cx="6" cy="6" r="4" />
            </svg>
          ),
        })),
        ...lines.flatMap(({ name, ...look }) =>
          name === undefined ? [] : [{ name, mark: <LineMark {...look} /> }],
        ),
      ]}
      table={{
        columns: [t.kind, x.label ?? "x", y.label || t.value],
        rows: () =>
          dots.flatMap((kind) =>
            Array.from(kind.x, (value, row) => [kind.name, textOf(x, value), textOf(y, kind.y[row] ?? 0)]),
          ),
      }}
      zoom={{
        whole: x.range,
        least: (high - low) / mostTimes,
        text: ([from, to]) => t.fromTo(x.label ?? "", x.format(from), x.format(to)),
      }}
      draw={(width, span) => draw(width, span ? partOf(shown, span) : shown, clip)}
    />
  );
}

type Shown = Omit<ScatterProps, "title" | "description">;

/** So many times larger a part can be shown. */
const mostTimes = 20;

/** The points of a span, on an axis as high as they are. */
function partOf(shown: Shown, span: Span): Shown {
  const dots = shown.dots.map((kind) => {
    const rows = Array.from(kind.x, (_, row) => row).filter((row) => {
      const value = kind.x[row] ?? 0;
      return value >= span[0] && value <= span[1];
    });
    return { ...kind, x: rows.map((row) => kind.x[row] ?? 0), y: rows.map((row) => kind.y[row] ?? 0) };
  });
  const values = dots.flatMap(({ y }) => y);
  const [least, most] = extent(values, [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  const range = most > least ? niceRange(least, most, shown.y.ticks ?? 5) : shown.y.range;
  return { ...shown, dots, x: { ...shown.x, range: span }, y: { ...shown.y, range } };
}

function draw(width: number, { dots, lines = [], x, y }: Shown, clip: string): Drawing {
  const height = Math.round(Math.min(400, Math.max(240, width * 0.6)));
  const toX = scale(x.range, left, width - right);
  const toY = scale(y.range, height - bottom, top);
  const fromX = scale([left, width - right], ...x.range);
  const [from, to] = x.range;
  return {
    height,
    content: (
      <>
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
        <g clip-path={`url(#${clip})`}>
          {lines.map((line, index) => (
            <g key={index} class={`straight ${lineClass(line)}`}>
              <path
                d={`M${toX(from)} ${toY(line.slope * from + line.intercept)}L${toX(to)} ${toY(line.slope * to + line.intercept)}`}
              />
            </g>
          ))}
        </g>
        {lines.map(
          ({ onMove, ...line }, index) =>
            onMove && (
              <g key={index} class={lineClass(line)}>
                <LineHandles
                  line={line}
                  range={x.range}
                  toX={toX}
                  toY={toY}
                  fromY={scale([height - bottom, top], ...y.range)}
                  edges={[top, height - bottom]}
                  onMove={onMove}
                />
              </g>
            ),
        )}
      </>
    ),
    read(atX, atY) {
      let best = { name: "", x: 0, y: 0, distance: near };
      for (const kind of dots) {
        for (let row = 0; row < kind.x.length; row += 1) {
          const [px, py] = [kind.x[row] ?? 0, kind.y[row] ?? 0];
          const distance = Math.hypot(toX(px) - atX, toY(py) - atY);
          if (distance < best.distance) best = { name: kind.name, x: px, y: py, distance };
        }
      }
      if (best.name === "") return undefined;
      const at = [x.label, textOf(x, best.x)].filter(Boolean).join(" ");
      return { title: at, x: toX(best.x), values: [{ name: best.name, value: textOf(y, best.y) }] };
    },
    spanAt: (one, other) => [fromX(one), fromX(other)],
  };
}

function textOf({ format, exact = format }: Axis, value: number): string {
  return exact(value);
}
