import type { JSX } from "preact";
import { numberText, percentText } from "../../../i18n/numberText.ts";
import type { OverfitRun } from "../../../state/overfitting.ts";
import { figureMessages } from "./messages.ts";

/** What each network reached on the digits it has seen, and on others. */
export function OverfittingTable({ runs }: { readonly runs: readonly OverfitRun[] }): JSX.Element | null {
  const t = figureMessages.value;
  if (runs.length === 0) return <p class="quiet">{t.notTrained}</p>;
  return (
    <div class="scrolling">
      <table>
        <thead>
          <tr>
            {[t.samples, t.units, t.dropout, t.seen, t.unseen, t.gap].map((name) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map(({ input, events, status }) => {
            const { accuracy = 0, validationAccuracy = 0 } = events.at(-1) ?? {};
            return (
              <tr key={JSON.stringify(input)} data-status={status}>
                <td class="number">{numberText(input.samples)}</td>
                <td class="number">{numberText(input.hidden)}</td>
                <td class="number">{percentText(input.dropout, 0)}</td>
                <td class="number">{percentText(accuracy)}</td>
                <td class="number">{percentText(validationAccuracy)}</td>
                <td class="number">{percentText(accuracy - validationAccuracy)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
