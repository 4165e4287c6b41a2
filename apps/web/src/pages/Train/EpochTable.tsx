import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { History } from "@minibatch/training";
import { numberText, percentText } from "../../i18n/numberText.ts";
import { trainMessages } from "./messages.ts";

/** The columns that a history may have, in their order, with the texts that name them. */
const columns = [
  ["loss", "loss"],
  ["accuracy", "accuracy"],
  ["mae", "mae"],
  ["valLoss", "valLoss"],
  ["valAccuracy", "valAccuracy"],
  ["valMae", "valMae"],
] as const;

/** So many epochs have a row; a page with more would be slow. */
const most = 500;

/** What each epoch ended with, in numbers; nobody sees the rows, and none is made, before the table is opened. */
export function EpochTable({ history }: { readonly history: History }): JSX.Element {
  const t = trainMessages.value;
  const epochs = history.loss.length;
  const first = Math.max(0, epochs - most);
  const present = columns.filter(([name]) => history[name]);
  const isOpen = useSignal(false);
  const shown = isOpen.value ? Array.from({ length: epochs - first }, (_, index) => first + index) : [];
  return (
    <details
      class="epochs"
      data-epochs={epochs}
      onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}
    >
      <summary>{t.epochTable}</summary>
      {first > 0 && <p class="quiet small">{t.lastEpochs(numberText(most))}</p>}
      <div class="scrolling">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.epoch}</th>
              {present.map(([name, text]) => (
                <th key={name} scope="col" class="number">
                  {t[text]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((epoch) => (
              <tr key={epoch}>
                <th scope="row">{numberText(epoch + 1)}</th>
                {present.map(([name]) => (
                  <td key={name} class="number">
                    {metricText(name, history[name]?.[epoch] ?? Number.NaN)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function metricText(name: string, value: number): string {
  return /accuracy$/i.test(name)
    ? percentText(value, 2)
    : numberText(value, { minimumFractionDigits: 4, maximumFractionDigits: 4 });
}
