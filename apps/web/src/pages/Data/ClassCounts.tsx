import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { classHistogram } from "@minibatch/training";
import { classNamesText } from "../../i18n/classNamesText.ts";
import { BarChart } from "../../charts/BarChart.tsx";
import { numberText } from "../../i18n/numberText.ts";
import type { DatasetEntry } from "../../worker/commands/listDatasets.ts";
import type { OpenDataset } from "../../worker/commands/openDataset.ts";
import { dataMessages } from "./messages.ts";

/** How many samples of each class there are, for training and for testing. */
export function ClassCounts({ entry, labels }: ClassCountsProps): JSX.Element {
  const t = dataMessages.value;
  const rows = useMemo(
    () => classHistogram({ ...labels }, entry.classNames).rows,
    [labels, entry.classNames],
  );
  const countsOf = (part: string): number[] =>
    rows.filter((row) => row.part === part).map(({ count }) => count);
  const train = countsOf("train");
  return (
    <BarChart
      title={t.histogram}
      description={t.histogramText(numberText(Math.min(...train)), numberText(Math.max(...train)))}
      categories={classNamesText(entry.name, entry.classNames)}
      bars={[
        { name: t.train, style: "solid", values: train },
        { name: t.test, style: "pale", values: countsOf("test") },
      ]}
      format={(value) => numberText(value)}
    />
  );
}

interface ClassCountsProps {
  readonly entry: DatasetEntry;
  readonly labels: OpenDataset["labels"];
}
