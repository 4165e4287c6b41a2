import type { NdArray } from "@minibatch/datasets";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { buildMessages } from "./messages.ts";
import { paintFilters } from "./paintFilters.ts";

/** The weights of the first layer, as pictures; nothing where it has no such. */
export function FilterPictures({ filters }: FilterPicturesProps): JSX.Element | null {
  const t = buildMessages.value;
  const canvas = useRef<HTMLCanvasElement>(null);
  const count = filters?.shape[3] ?? 0;
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context && filters) paintFilters(context, filters, Math.min(count, 16));
  }, [filters, count]);
  if (!filters) return null;
  return (
    <section class="stack tight">
      <h2>{t.filtersTitle}</h2>
      <p class="quiet small">{t.filtersHint}</p>
      <canvas
        ref={canvas}
        class="pixels filters"
        role="img"
        aria-label={t.filtersLabel(count)}
        style={{ maxInlineSize: `${Math.min(count, 16) * 3.5}rem` }}
      />
    </section>
  );
}

interface FilterPicturesProps {
  /** `[height, width, channels, filters]` */
  readonly filters: NdArray | undefined;
}
