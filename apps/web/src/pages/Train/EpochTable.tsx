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

/** What each epoch ended with, in numbers. */
export function EpochTable({ history }: { readonly history: History }): JSX.Element {
  const t = trainMessages.value;
  const present = columns.filter(([name]) => history[name]);
  return (
    <details class="epochs">
      <summary>{t.epochTable}</summary>
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
            {history.loss.map((_, epoch) => (
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
