import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Samples } from "@minibatch/datasets";
import { failureText } from "../../i18n/failureText.ts";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { datasetInView } from "../../state/openDataset.ts";
import { setParameters } from "../../state/route.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";
import type { OpenDataset } from "../../worker/commands/openDataset.ts";
import { reader } from "../../worker/workers.ts";
import { ClassCounts } from "./ClassCounts.tsx";
import { type DataView, rowsInView, samplesAtOnce } from "./dataView.ts";
import { dataMessages } from "./messages.ts";
import { SampleGrid } from "./SampleGrid.tsx";
import { SampleNumbers } from "./SampleNumbers.tsx";
import { SampleTable } from "./SampleTable.tsx";

/** The samples of a dataset, once it is open. */
export function DatasetSamples({ entry, view }: DatasetSamplesProps): JSX.Element {
  const t = dataMessages.value;
  const open = datasetInView.value;
  if (open?.name !== entry.name) return <p class="quiet">{t.opening}</p>;
  if (open.status === "failed") {
    return (
      <p role="alert">
        {t.failed} {failureText(open.failure)}
      </p>
    );
  }
  if (open.status === "loading") {
    const { loadedBytes = 0, totalBytes = 1 } = open.progress ?? {};
    const text = open.progress ? t.loading(percentText(loadedBytes / totalBytes, 0)) : t.opening;
    return (
      <div class="stack tight">
        <p class="quiet">{text}</p>
        <progress aria-label={text} value={open.progress && loadedBytes / totalBytes} />
      </div>
    );
  }
  return <OpenSamples entry={entry} view={view} data={open.data} />;
}

interface DatasetSamplesProps {
  readonly entry: DatasetEntry;
  readonly view: DataView;
}

function OpenSamples({
  entry,
  view,
  data,
}: DatasetSamplesProps & { readonly data: OpenDataset }): JSX.Element {
  const t = dataMessages.value;
  const { split, className, page } = view;
  const label = className === undefined ? -1 : entry.classNames.indexOf(className);
  const rows = useMemo(() => rowsInView(data.labels[split], data.size[split], label), [data, split, label]);
  const first = Math.min(page, Math.max(0, Math.ceil(rows.length / samplesAtOnce) - 1)) * samplesAtOnce;
  const shown = useMemo(() => rows.slice(first, first + samplesAtOnce), [rows, first]);
  const samples = useSignal<{ readonly rows: readonly number[]; readonly data: Samples } | undefined>(
    undefined,
  );
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const input = { dataset: entry.name, split, rows: shown };
      const data = await reader.get().call("readSamples", input);
      if (wanted) samples.value = { rows: shown, data };
    };
    void read();
    return () => void (wanted = false);
  }, [entry.name, split, shown, samples]);
  const turn = (by: number): void => {
    const next = first / samplesAtOnce + by;
    setParameters({ page: next === 0 ? undefined : String(next), row: undefined });
  };
  const pictures = entry.inputShape.length === 3;
  return (
    <>
      <section class="stack tight" aria-busy={samples.value?.rows !== shown}>
        <div class="row">
          <h2>{pictures ? t.samples : t.rows}</h2>
          <span class="quiet small">
            {t.range(
              numberText(Math.min(first + 1, rows.length)),
              numberText(first + shown.length),
              numberText(rows.length),
            )}
          </span>
          <span class="row turn">
            <button type="button" disabled={first === 0} onClick={() => turn(-1)}>
              {t.previous}
            </button>
            <button type="button" disabled={first + shown.length >= rows.length} onClick={() => turn(1)}>
              {t.next}
            </button>
          </span>
        </div>
        {samples.value &&
          (pictures ? (
            <div class="grid-of-samples">
              <SampleGrid
                key={`${entry.name} ${className}`}
                {...samples.value}
                entry={entry}
                chosen={view.row}
              />
            </div>
          ) : (
            <SampleTable {...samples.value} entry={entry} />
          ))}
      </section>
      {pictures && samples.value && <SampleNumbers {...samples.value} entry={entry} chosen={view.row} />}
      {entry.classNames.length > 0 && <ClassCounts entry={entry} labels={data.labels} />}
    </>
  );
}
