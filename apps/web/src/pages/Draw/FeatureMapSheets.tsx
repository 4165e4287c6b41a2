import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { paintMaps } from "../../charts/paintMaps.ts";
import { numberText } from "../../i18n/numberText.ts";
import { type Recognition, recognition } from "../../state/recognition.ts";
import { drawMessages } from "./messages.ts";

/** What each filter of each convolution makes of the digit. */
export function FeatureMapSheets(): JSX.Element | null {
  const t = drawMessages.value;
  const maps = recognition.value?.maps ?? [];
  if (maps.length === 0) return null;
  return (
    <section class="stack sheets">
      <div class="stack tight">
        <h2>{t.maps}</h2>
        <p class="quiet">{t.mapsHint}</p>
      </div>
      {maps.map((map, index) => (
        <FeatureMapSheet key={map.layer} map={map} index={index} />
      ))}
    </section>
  );
}

function FeatureMapSheet({ map: { maps }, index }: FeatureMapSheetProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [, height = 0, width = 0, filters = 0] = maps.shape;
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context) paintMaps(context, maps, { columns: Math.min(filters, 16), gap: 1 });
  }, [maps, filters]);
  const size = `${numberText(height)} x ${numberText(width)}`;
  const title = drawMessages.value.layer(numberText(index + 1), filters, size);
  return (
    <figure class="stack tight">
      <figcaption>{title}</figcaption>
      <canvas ref={canvas} class="pixels" role="img" aria-label={title} />
    </figure>
  );
}

interface FeatureMapSheetProps {
  readonly map: Recognition["maps"][number];
  readonly index: number;
}
