import { findDataset } from "@minibatch/datasets";
import { meanAbsoluteError, meanSquaredError, rSquared } from "@minibatch/training";
import type { PredictedRows } from "../run/PredictionsRecord.ts";
import type { RegressionContents } from "../run/RunContents.ts";
import { countText } from "../terminal/numberText.ts";
import { figure } from "./figure.ts";
import { type Html, html } from "./html.ts";

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
<h2>Residuals</h2>
<p class="quiet">The actual ${target} less the predicted one. A model that has learned all there is leaves no pattern.</p>
${figure(charts.get("residuals"), `Residuals by predicted ${target}, on training and test data`)}`;
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
