import type { TrainResult } from "../run/RunRecord.ts";
import { figure } from "./figure.ts";
import { type Html, html } from "./html.ts";
import { importanceText, lostWithout } from "./importanceText.ts";

/** What each column of a table is worth to the model; nothing for other data. */
export function importanceSection(result: TrainResult, chart: string | undefined): Html | "" {
  const { importance, task } = result;
  if (importance === undefined) return "";
  const texts = importance.map((column) => [column.name, importanceText(column, task)] as const);
  const words = texts.map(([name, text]) => `${name} ${text}`).join(", ");
  const rows = texts.map(
    ([name, text]) => html`<tr><td>${name}</td><td>${text}</td></tr>
`,
  );
  return html`<h2>What matters most</h2>
<p class="quiet">How much worse the model does on the test set when the values of a column are dealt to other rows, over five deals. Columns that say the same share
their worth.</p>
${figure(chart, `${lostWithout(task)} without each column: ${words}`)}
<div class="table"><table>
<thead><tr><th scope="col">column</th><th scope="col">${lostWithout(task)}</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}
