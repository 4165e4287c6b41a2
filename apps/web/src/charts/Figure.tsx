import "./charts.css";
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { FigureTable, type TableOfFigure } from "./FigureTable.tsx";
import { type DrawnPoint, pointIn } from "./pointIn.ts";
import type { Span } from "./spanWithin.ts";
import { useDragAlong } from "./useDragAlong.ts";
import { useWidth } from "./useWidth.ts";
import { useZoom, type ZoomRange } from "./useZoom.ts";
import { ZoomButtons } from "./ZoomButtons.tsx";

/** What the legend says of one kind of thing in a figure. */
export interface FigureKey {
  readonly name: string;
  /** A piece of how it is drawn. */
  readonly mark: JSX.Element;
}

/** The values at a place of a figure. */
export interface FigureReading {
  /** What they are the values of, such as an epoch. */
  readonly title: string;
  /** Where that is, in units of the drawing. */
  readonly x: number;
  /** A value of each kind that has one there, under the names of the legend. */
  readonly values: readonly { readonly name: string; readonly value: string }[];
}

/** A figure as it is drawn in a width; its units are pixels, or larger where type is. */
export interface Drawing {
  /** In units. */
  readonly height: number;
  readonly content: JSX.Element;
  /** The values at a place, in units; `undefined` where there are none. */
  readonly read: (x: number, y: number) => FigureReading | undefined;
  /** The values of the axis along at two places, in units. */
  readonly spanAt?: (from: number, to: number) => Span;
}

/** What every chart of the app has. */
export interface FigureProps {
  readonly title: string;
  /** What the figure says, for those who do not see it. */
  readonly description: string;
  readonly keys: readonly FigureKey[];
  /** Its values; none where a table stands beside it. */
  readonly table?: TableOfFigure | undefined;
  /** What of it can be shown alone; none where there is nothing more to see that way. */
  readonly zoom?: ZoomRange | undefined;
  /**
   * Draws it in units as large in a narrow figure as in a wide one, so that its words are.
   *
   * @param span the part to draw; all of it without
   */
  readonly draw: (width: number, span: Span | undefined) => Drawing;
  readonly class?: string;
}

/** A chart: title, legend, the drawing, a part of it alone, the values under the pointer, and all of them as a table. */
export function Figure({
  title,
  description,
  keys,
  table,
  zoom: range,
  draw,
  class: kind = "",
}: FigureProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const pointer = useSignal<DrawnPoint | undefined>(undefined);
  const zoom = useZoom(range);
  const { height, content, read, spanAt } = draw(width, zoom.span);
  const { drag, begin, go, end } = useDragAlong(({ from, to }) => {
    if (range && spanAt) zoom.show(spanAt(Math.min(from, to), Math.max(from, to)));
  });
  const reading = !drag && pointer.value ? read(pointer.value.x, pointer.value.y) : undefined;
  const point = (event: PointerEvent & { currentTarget: SVGSVGElement }): void => {
    pointer.value = pointIn(event.currentTarget, event);
  };
  const part = zoom.span && range ? ` ${range.text(zoom.span)}.` : "";
  return (
    <figure class={`chart ${kind}`}>
      <figcaption>
        <span>{title}</span>
        {keys.map(({ name, mark }) => (
          <span key={name} class="key">
            {mark}
            {name}
          </span>
        ))}
      </figcaption>
      <div class="plotted" ref={frame}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={`${title}. ${description}${part}`}
          onPointerMove={(event) => {
            go(event);
            point(event);
          }}
          onPointerDown={(event) => {
            if (range) begin(event);
            point(event);
          }}
          onPointerUp={end}
          onPointerCancel={end}
          onPointerLeave={() => (pointer.value = undefined)}
        >
          {content}
          {reading && <path class="pointed" d={`M${reading.x} 0V${height}`} />}
          {drag && (
            <rect
              class="dragged"
              x={Math.min(drag.from, drag.to)}
              y="0"
              width={Math.abs(drag.to - drag.from)}
              height={height}
            />
          )}
        </svg>
        {reading && (
          <div
            class="reading"
            aria-hidden="true"
            style={
              reading.x < width / 2
                ? { insetInlineStart: `calc(${(100 * reading.x) / width}% + 12px)` }
                : { insetInlineEnd: `calc(${100 - (100 * reading.x) / width}% + 12px)` }
            }
          >
            <strong>{reading.title}</strong>
            {reading.values.map(({ name, value }) => (
              <span key={name} class="key">
                {keys.length > 1 && keys.find((key) => key.name === name)?.mark}
                {name} <b>{value}</b>
              </span>
            ))}
          </div>
        )}
      </div>
      <div class="below">
        {table && <FigureTable title={title} table={table} />}
        {range && <ZoomButtons title={title} range={range} zoom={zoom} />}
      </div>
    </figure>
  );
}
