import type { JSX } from "preact";
import type { NdArray } from "@minibatch/datasets";
import type { LayerSpec } from "@minibatch/models";
import { numberText } from "../../i18n/numberText.ts";
import { building, lookAtPixel, lookedAtPixel } from "../../state/building.ts";
import { layerTitle } from "./layerTitle.ts";
import { buildMessages } from "./messages.ts";

/** How one number of a feature map comes about: window times kernel, summed up. */
export function PixelPanel({ layers }: { readonly layers: readonly LayerSpec[] }): JSX.Element | null {
  const t = buildMessages.value;
  const { view } = building.value ?? {};
  const pixel = view?.kind === "images" ? view.pixel : undefined;
  const place = lookedAtPixel.value;
  const layer = place && layers[place.layer];
  if (!pixel || !place || layer?.type !== "conv2d" || pixel.place.layer !== place.layer) return null;
  const { row, column, map } = pixel.place;
  const { activation = "relu" } = layer;
  const sums = [
    { name: t.productSum, value: pixel.channelSum },
    ...(pixel.channels > 1 ? [{ name: t.otherChannels(pixel.channels - 1), value: pixel.otherSum }] : []),
    ...(pixel.norm
      ? [
          { name: t.normScale, value: pixel.norm.scale },
          { name: t.normShift, value: pixel.norm.shift },
        ]
      : [{ name: t.bias, value: pixel.bias }]),
    { name: t.sum, value: pixel.sum },
    { name: t.after(activation), value: pixel.value },
  ];
  return (
    <section class="stack tight pixel-panel" aria-label={t.pixelTitle}>
      <div class="row spread">
        <h3>{t.pixelAt(layerTitle(layer), count(map + 1), count(row + 1), count(column + 1))}</h3>
        <button type="button" class="link" onClick={() => void lookAtPixel(undefined)}>
          {t.close}
        </button>
      </div>
      <div class="pixel-grids">
        <NumberGrid
          numbers={pixel.window}
          title={t.window(count(pixel.channel + 1), count(pixel.channels))}
        />
        <span aria-hidden="true">×</span>
        <NumberGrid numbers={pixel.kernel} title={t.kernel} />
        <span aria-hidden="true">=</span>
        <NumberGrid numbers={pixel.products} title={t.products} />
        <dl class="pixel-sums" data-pixel-sum={pixel.sum} data-pixel-value={pixel.value}>
          {sums.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text(value)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

/** Numbers in a square, each on a ground as strong as it is. */
function NumberGrid({ numbers, title }: { readonly numbers: NdArray; readonly title: string }): JSX.Element {
  const [side = 0] = numbers.shape;
  const all = Array.from(numbers.data);
  const most = all.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const strength = (value: number): string => `${most > 0 ? Math.round((Math.abs(value) / most) * 35) : 0}%`;
  return (
    <figure>
      <figcaption class="small quiet">{title}</figcaption>
      <table class="number-grid">
        <tbody>
          {Array.from({ length: side }, (_, row) => (
            <tr key={row}>
              {all.slice(row * side, (row + 1) * side).map((value, column) => (
                <td
                  key={column}
                  class={value < 0 ? "below" : undefined}
                  style={{ "--strength": strength(value) }}
                >
                  {text(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function text(value: number): string {
  // Nobody reads a minus before a zero.
  const shown = Math.abs(value) < 0.0005 ? 0 : value;
  return numberText(shown, { maximumFractionDigits: 3, minimumFractionDigits: 3 });
}

function count(value: number): string {
  return numberText(value);
}
