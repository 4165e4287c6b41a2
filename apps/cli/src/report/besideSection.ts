import { wilsonInterval } from "@minibatch/training";
import type { TrainResult } from "../run/RunRecord.ts";
import { countText, percentText } from "../terminal/numberText.ts";
import { figureText } from "./figureText.ts";
import { type Html, html } from "./html.ts";

/** What simple answers reach on the same test set, and how sure the result is; nothing for a recipe of a course. */
export function besideSection(result: TrainResult): Html | "" {
  const { baselines } = result;
  if (baselines === undefined) return "";
  const [metric, value] =
    result.task === "regression" ? ["test MAE", result.test.mae] : ["test accuracy", result.test.accuracy];
  const row = (name: string, reached: number) =>
    html`<tr><td>${name}</td><td>${figureText(metric, reached)}</td></tr>
`;
  return html`<h2>Beside simple answers</h2>
${sureness(result)}
<div class="table"><table>
<thead><tr><th scope="col">what answers</th><th scope="col">${metric}</th></tr></thead>
<tbody>${row("this run", value)}${baselines.map(({ name, accuracy, mae = Number.NaN }) => row(name, accuracy ?? mae))}</tbody>
</table></div>`;
}

/** A share that was counted on few rows says little of more of them. */
function sureness({ task, test, samples }: TrainResult): Html | "" {
  if (task === "regression") return "";
  const right = Math.round(test.accuracy * samples.test);
  const [low, high] = wilsonInterval(right, samples.test);
  return html`<p>${countText(right)} of ${countText(samples.test)} are right. On more of the same it is between ${percentText(low, 0)} and ${percentText(high, 0)}, 95 % sure.</p>`;
}
