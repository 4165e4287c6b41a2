import type { JSX } from "preact";
import { LineChart } from "../../../charts/LineChart.tsx";
import { numberText, percentText } from "../../../i18n/numberText.ts";
import { keptName } from "../../../state/keptNames.ts";
import type { StoredRun } from "../../../storage/runs.ts";
import { figureMessages } from "./messages.ts";

/** How a run of the reader did on what it learned from, and on samples that were kept aside, epoch by epoch. */
export function OwnCurves({ run }: { readonly run: StoredRun }): JSX.Element {
  const t = figureMessages.value;
  const { accuracy = [], valAccuracy = [] } = run.history;
  const [seen, unseen] = [accuracy.at(-1) ?? 0, valAccuracy.at(-1) ?? 0];
  const points = (values: readonly number[]) => values.map((y, epoch) => ({ x: epoch + 1, y }));
  const said = t.ownCurves(keptName(run), percentText(seen), percentText(unseen));
  return (
    <>
      <LineChart
        title={t.accuracy}
        description={said}
        lines={[
          { name: t.ownSeen, style: "solid", points: points(accuracy) },
          { name: t.ownUnseen, style: "dashed", points: points(valAccuracy) },
        ]}
        x={{ range: [1, accuracy.length], format: (value) => numberText(value), label: t.epoch }}
        y={{ range: [0, 1], format: (value) => percentText(value, 0) }}
      />
      <p>{said}</p>
      <p class="formula">
        {`${t.gap}: `}
        <strong data-value="own-gap">{percentText(seen - unseen)}</strong>
      </p>
    </>
  );
}
