import { findDataset } from "@minibatch/datasets";
import { meanAbsoluteError, meanSquaredError, rSquared } from "@minibatch/training";
import type { PredictedRows } from "../run/PredictionsRecord.ts";
import type { RegressionContents } from "../run/RunContents.ts";
import { countText } from "../terminal/numberText.ts";
import { figure } from "./figure.ts";
import { type Html, html } from "./html.ts";

/** So many of the rows that are furthest off are named. */
const shownRows = 10;

/** What a report says of a model that predicts values. */
export function regressionSections(
  { result, predictions }: RegressionContents,
  charts: ReadonlyMap<string, string>,
): Html {
  const { feature, target = findDataset(result.dataset).targetName ?? "target", train, test } = predictions;
  const line = charts.get("fitted-line");
  const fit = line
    ? html`<h2>Fitted line</h2>
<p class="quiet">Each point is a sample: its ${feature} and its ${target}. The line is what the model predicts.</p>
${figure(line, `${target} by ${feature}: samples and the fitted line, on training and test data`)}`
    : html`<h2>Predicted against actual</h2>
<p class="quiet">On the dashed line the predicted ${target} is the actual one.</p>
${figure(charts.get("predicted-actual"), `Predicted against actual ${target}, on training and test data`)}`;
  const held =
    result.samples.validation > 0
      ? html`<p class="quiet">Training data are here all ${countText(train.y.length)} rows, those held back for validation among them.</p>`
      : "";
  return html`${fit}
<h2>Errors</h2>
${errorTable({ training: train, test })}
${held}
${worstTable(test)}<h2>Residuals</h2>
<p class="quiet">The actual ${target} less the predicted one. A model that has learned all there is leaves no pattern.</p>
${figure(charts.get("residuals"), `Residuals by predicted ${target}, on training and test data`)}`;
}

/** Rows by name that are furthest off, so that one can look at them in the table; nothing for rows without names. */
function worstTable({ names, y, predicted }: PredictedRows): Html | "" {
  if (names === undefined) return "";
  const off = (row: number): number => Math.abs((predicted[row] ?? 0) - (y[row] ?? 0));
  const worst = [...names.keys()].sort((a, b) => off(b) - off(a)).slice(0, shownRows);
  const rows = worst.map((row) => {
    const cells = [y[row] ?? 0, predicted[row] ?? 0, off(row)].map(
      (value) => html`<td>${Number(value.toPrecision(4))}</td>`,
    );
    return html`<tr><td>${names[row] ?? ""}</td>${cells}</tr>
`;
  });
  return html`<h2>Furthest off</h2>
<p class="quiet">Test samples, by their rows in the table.</p>
<div class="table"><table>
<thead><tr><th scope="col">sample</th><th scope="col">is</th><th scope="col">predicted</th><th scope="col">off by</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>
`;
}

function errorTable(parts: Readonly<Record<string, PredictedRows>>): Html {
  const rows = Object.entries(parts).map(([name, { y, predicted }]) => {
    const errors = [meanSquaredError(y, predicted), meanAbsoluteError(y, predicted), rSquared(y, predicted)];
    const cells = errors.map((error) => html`<td>${error.toFixed(3)}</td>`);
    return html`<tr><td>${name}</td>${cells}<td>${countText(y.length)}</td></tr>
`;
  });
  return html`<div class="table"><table>
<thead><tr><th scope="col">data</th><th scope="col">MSE</th><th scope="col">MAE</th><th scope="col">R²</th><th scope="col">samples</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}
