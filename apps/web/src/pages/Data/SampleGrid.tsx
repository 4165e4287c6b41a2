import type { JSX } from "preact";
import type { Samples } from "@minibatch/datasets";
import { classNamesText } from "../../i18n/classNamesText.ts";
import { PixelImage } from "../../components/PixelImage.tsx";
import { useKeptHeight } from "../../components/useKeptHeight.ts";
import { useOneTabStop } from "../../components/useOneTabStop.ts";
import { numberText } from "../../i18n/numberText.ts";
import { setParameters } from "../../state/route.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";
import { dataMessages } from "./messages.ts";

/** Images with their labels, each of which can be chosen. */
export function SampleGrid({ rows, data, entry, chosen }: SampleGridProps): JSX.Element {
  const t = dataMessages.value;
  const grid = useOneTabStop<HTMLUListElement>();
  useKeptHeight(grid.ref);
  const [, ...shape] = data.x.shape;
  const size = shape.reduce((product, length) => product * length, 1);
  const classNames = classNamesText(entry.name, entry.classNames);
  const long = classNames.some((name) => name.length > 6);
  return (
    <ul {...grid} class={long ? "samples long" : "samples"}>
      {rows.map((row, index) => {
        const name = classNames[data.y.data[index] ?? 0] ?? "";
        return (
          <li key={row}>
            <button
              type="button"
              aria-label={t.sample(numberText(row), name)}
              aria-pressed={row === chosen}
              onClick={() => setParameters({ row: String(row) })}
            >
              <PixelImage data={data.x.data.subarray(index * size, (index + 1) * size)} shape={shape} />
              <span aria-hidden="true">{name}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

interface SampleGridProps {
  /** The rows that `data` holds. */
  readonly rows: readonly number[];
  readonly data: Samples;
  readonly entry: DatasetEntry;
  /** The row that is enlarged. */
  readonly chosen: number | undefined;
}
