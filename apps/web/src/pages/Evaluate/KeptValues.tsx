import type { JSX } from "preact";
import { extent } from "../../charts/extent.ts";
import { Scatter } from "../../charts/Scatter.tsx";
import { spread } from "../../state/spread.ts";
import { niceRange } from "../../charts/ticks.ts";
import { tickText } from "../../charts/tickText.ts";
import { NumberTable } from "../../components/NumberTable.tsx";
import { numberText } from "../../i18n/numberText.ts";
import type { KeptPredictions } from "../../storage/ownRun.ts";
import { ownMessages } from "./ownMessages.ts";
import { sampleName } from "./sampleName.ts";

/** So many points show what there is to see; of more rows, some are left out. */
const mostPoints = 1000;
/** So many rows that are furthest off are named. */
const mostRows = 10;

/** What a network that predicts values made of its test set, and the rows on which it was furthest off. */
export function KeptValues({ predictions }: { readonly predictions: KeptPredictions }): JSX.Element {
  const t = ownMessages.value;
  const { target = t.value, test } = predictions;
  const { y, predicted, names } = test;
  const first = y[0] ?? 0;
  const range = niceRange(...extent([...y, ...predicted], [first, first]), 5);
  const shown = spread(y.length, mostPoints);
  const format = (value: number): string => numberText(value, { maximumSignificantDigits: 4 });
  const off = (row: number): number => Math.abs((predicted[row] ?? 0) - (y[row] ?? 0));
  const worst = [...y.keys()].sort((a, b) => off(b) - off(a)).slice(0, mostRows);
  return (
    <>
      <section class="stack tight">
        <h2>{t.values}</h2>
        <p class="quiet">{t.valuesHint(target)}</p>
        <Scatter
          title={`${t.predicted} / ${t.actual}`}
          description={t.valuesInWords(y.length)}
          dots={[
            {
              name: t.test,
              style: "filled",
              x: shown.map((row) => y[row] as number),
              y: shown.map((row) => predicted[row] as number),
            },
          ]}
          lines={[{ slope: 1, intercept: 0, style: "dashed" }]}
          x={{ range, format: tickText, exact: format, label: t.actual }}
          y={{ range, format: tickText, exact: format, label: t.predicted }}
        />
      </section>
      <section class="stack tight">
        <h2>{t.furthest}</h2>
        {names && <p class="quiet">{t.furthestHint}</p>}
        <NumberTable
          label={t.furthest}
          of={t.sample}
          columns={[t.actual, t.predicted, t.off]}
          rows={worst.map((row) => {
            const name = names?.[row];
            return {
              key: row,
              name: sampleName({ index: row, ...(name !== undefined && { name }) }),
              numbers: [y[row], predicted[row], off(row)].map((value) => format(value ?? Number.NaN)),
            };
          })}
        />
      </section>
    </>
  );
}
