import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Samples } from "@minibatch/datasets";
import { classNamesText } from "../../i18n/classNamesText.ts";
import { SelectField } from "../../components/SelectField.tsx";
import { numberText } from "../../i18n/numberText.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";
import { dataMessages } from "./messages.ts";
import { pixelCell } from "./pixelCell.ts";

/** The side of a pixel in the drawing. */
const cell = 22;

/** One sample, enlarged, with the number of each pixel. */
export function SampleNumbers({ rows, data, entry, chosen }: SampleNumbersProps): JSX.Element {
  const t = dataMessages.value;
  const channel = useSignal<0 | 1 | 2>(0);
  const index = chosen === undefined ? 0 : Math.max(0, rows.indexOf(chosen));
  const [, height = 1, width = 1, channels = 1] = data.x.shape;
  const size = height * width * channels;
  const pixels = data.x.data.subarray(index * size, (index + 1) * size);
  const name = classNamesText(entry.name, entry.classNames)[data.y.data[index] ?? 0] ?? "";
  const title = t.sample(numberText(rows[index] ?? 0), name);
  const colours = [t.red, t.green, t.blue];
  return (
    <section class="stack tight">
      <div class="row">
        <h2>{t.numbers}</h2>
        <span class="quiet">{title}</span>
      </div>
      <p class="quiet small">{channels === 3 ? t.numbersHintColour : t.numbersHint}</p>
      {channels === 3 && (
        <div class="channel">
          <SelectField
            label={t.channel}
            value={String(channel.value)}
            choices={colours.map((text, value) => ({ value: String(value), text }))}
            onChange={(value) => (channel.value = Number(value) as 0 | 1 | 2)}
          />
        </div>
      )}
      <div class="scrolling" tabIndex={0} role="region" aria-label={t.numbers}>
        <svg
          class={channels === 3 ? "numbers colour" : "numbers"}
          viewBox={`0 0 ${width * cell} ${height * cell}`}
          role="img"
          aria-label={title}
        >
          {Array.from({ length: height * width }, (_, pixel) => {
            const value = pixels[pixel * channels + (channels === 3 ? channel.value : 0)] ?? 0;
            const { fill, opacity, text } = pixelCell(value, channels === 3 ? channel.value : undefined);
            const [x, y] = [(pixel % width) * cell, Math.floor(pixel / width) * cell];
            return (
              <g key={pixel}>
                {fill && <rect x={x} y={y} width={cell} height={cell} fill={fill} fill-opacity={opacity} />}
                <text class={text} x={x + cell / 2} y={y + cell / 2} dy="0.35em">
                  {value}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
    </section>
  );
}

interface SampleNumbersProps {
  /** The rows that `data` holds. */
  readonly rows: readonly number[];
  readonly data: Samples;
  readonly entry: DatasetEntry;
  /** The row to show; the first one without. */
  readonly chosen: number | undefined;
}
