import type { JSX } from "preact";
import type { History } from "@minibatch/training";
import { FigureTable, mostRows } from "../../charts/FigureTable.tsx";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { trainMessages } from "./messages.ts";

/** The columns that a history may have, in their order. */
const columns = ["loss", "accuracy", "mae", "valLoss", "valAccuracy", "valMae"] as const;

/** What each epoch ended with, in numbers. */
export function EpochTable({ history }: { readonly history: History }): JSX.Element {
  const t = trainMessages.value;
  const epochs = history.loss.length;
  const present = columns.filter((name) => history[name]);
  // Of 200,000 epochs only those are put into words that are shown.
  const first = Math.max(0, epochs - mostRows);
  const rowOf = (epoch: number): readonly string[] => [
    numberText(epoch + 1),
    ...present.map((name) => metricText(name, history[name]?.[epoch] ?? Number.NaN)),
  ];
  return (
    <div class="epochs" data-epochs={epochs}>
      <FigureTable
        title={t.epochTable}
        summary={t.epochTable}
        note={first > 0 ? t.lastEpochs(numberText(mostRows)) : undefined}
        table={{
          columns: [t.epoch, ...present.map((name) => t[name])],
          rows: () => Array.from({ length: epochs - first }, (_, row) => rowOf(first + row)),
        }}
      />
    </div>
  );
}

function metricText(name: string, value: number): string {
  return /accuracy$/i.test(name)
    ? percentText(value, 2)
    : numberText(value, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
}
