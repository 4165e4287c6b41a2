import { type ClassificationRow, classificationReport, imageUri } from "@minibatch/training";
import type { ClassificationContents } from "../run/RunContents.ts";
import type { SampleRecord } from "@minibatch/recipes";
import { confusedPairs } from "../terminal/confusedPairs.ts";
import { countText, percentText } from "../terminal/numberText.ts";
import { figure } from "./figure.ts";
import { type Html, html } from "./html.ts";

/** What a report says of a model that tells classes apart. */
export function classificationSections(
  { confusion, samples }: ClassificationContents,
  charts: ReadonlyMap<string, string>,
): Html {
  const { matrix, classNames } = confusion;
  const report = classificationReport(matrix, classNames);
  const isImage = samples.samples.some(({ pixels }) => pixels !== undefined);
  return html`<h2>Confusion matrix</h2>
<p>${confusedPairs(matrix, classNames)}</p>
${figure(charts.get("confusion-matrix"), "Confusion matrix: how often each class was taken for each")}
<h2>Class by class</h2>
${classTable(report.classes, [report.macroAverage, report.weightedAverage])}
${
  isImage
    ? html`<h2>Test samples</h2>
${imageList(samples.samples, samples.shape)}
`
    : ""
}<h2>Worst mistakes</h2>
${
  samples.mistakes.length > 0
    ? html`<p class="quiet">Wrong, and surest of it.</p>${isImage ? imageList(samples.mistakes, samples.shape, true) : mistakeTable(samples.mistakes)}`
    : html`<p>None: every test sample was recognised.</p>`
}`;
}

function classTable(classes: readonly ClassificationRow[], averages: readonly ClassificationRow[]): Html {
  const cells = ({ label, precision, recall, f1, support }: ClassificationRow) =>
    html`<tr><td>${label}</td><td>${percentText(precision)}</td><td>${percentText(recall)}</td><td>${percentText(f1)}</td><td>${countText(support)}</td></tr>
`;
  return html`<div class="table"><table>
<thead><tr><th scope="col">class</th><th scope="col">precision</th><th scope="col">recall</th><th scope="col">F1</th><th scope="col">support</th></tr></thead>
<tbody>${classes.map(cells)}</tbody>
<tfoot>${averages.map(cells)}</tfoot>
</table></div>`;
}

function mistakeTable(records: readonly SampleRecord[]): Html {
  const rows = records.map(
    ({ index, name, actual, predicted, probability }) =>
      html`<tr><td>${name ?? `test sample ${index}`}</td><td>${actual}</td><td>${predicted}</td><td>${percentText(probability)}</td></tr>
`,
  );
  return html`<div class="table"><table>
<thead><tr><th scope="col">sample</th><th scope="col">is</th><th scope="col">predicted</th><th scope="col">sure</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

/** @param named whether the names of files are to be seen: who wants to look at a picture, or to move it, has to find it */
function imageList(records: readonly SampleRecord[], shape: readonly number[], named = false): Html {
  const inverted = shape[2] === 1;
  const items = records.map(({ index, name, actual, predicted, probability, pixels = "" }) => {
    const right = actual === predicted;
    const sure = percentText(probability, probability > 0.9995 ? 0 : 1);
    const words = right
      ? html`<span class="right">${predicted}</span> <span class="quiet">${sure}</span>`
      : html`<span class="wrong">${predicted}</span> <span class="quiet">${sure}</span><br>is ${actual}`;
    const file = named && name !== undefined ? html`<br><span class="file">${name}</span>` : "";
    const alt = `${name ?? `Test sample ${index}`}: ${actual}, predicted ${predicted}`;
    const uri = imageUri(Buffer.from(pixels, "base64"), shape, { inverted });
    return html`<li><img src="${uri}" alt="${alt}" title="${alt}">${words}${file}</li>
`;
  });
  return html`<ul class="images">${items}</ul>`;
}
