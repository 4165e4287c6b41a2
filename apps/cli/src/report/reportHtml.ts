import { type ClassificationRow, classificationReport } from "@minibatch/training";
import type { ClassificationTrainResult } from "../run/RunRecord.ts";
import type { RunSamples, SampleRecord } from "../run/RunSamples.ts";
import { confusedPairs } from "../terminal/confusedPairs.ts";
import { countText, decimalText, durationText, percentText } from "../terminal/numberText.ts";
import { Html, html } from "./html.ts";
import { imageUri } from "./imageUri.ts";
import { reportStyle } from "./reportStyle.ts";

/** All that a report shows. */
export interface ReportContents {
  readonly result: ClassificationTrainResult;
  readonly versions: Readonly<Record<string, string>>;
  readonly classNames: readonly string[];
  readonly confusionMatrix: readonly (readonly number[])[];
  readonly samples: RunSamples;
  /** The charts as `<svg>` elements. */
  readonly charts: { readonly learningCurves: string; readonly confusionMatrix: string };
}

/**
 * A run as one HTML page that needs no other file and no network.
 *
 * @returns the text of the page, well below 2 MB
 */
export function reportHtml(contents: ReportContents): string {
  const { result, samples, charts, classNames, confusionMatrix } = contents;
  const report = classificationReport(confusionMatrix, classNames);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${result.recipe}: ${percentText(result.test.accuracy)} test accuracy</title>
<style>${new Html(reportStyle)}</style>
</head>
<body>
<main>
<h1>${result.recipe}</h1>
<p class="quiet">Trained on ${countText(result.samples.train)} samples of ${result.dataset}, tested on
${countText(result.samples.test)}. Published: ${percentText(result.published.value)} ${result.published.metric}
(${result.published.source}).</p>
${keyNumbers(result)}
<h2>Learning curves</h2>
<figure role="img" aria-label="${curvesInWords(result)}">${new Html(charts.learningCurves)}</figure>
<h2>Confusion matrix</h2>
<p>${confusedPairs(confusionMatrix, classNames)}</p>
<figure role="img" aria-label="Confusion matrix: how often each class was taken for each">
${new Html(charts.confusionMatrix)}</figure>
<h2>Class by class</h2>
${classTable(report.classes, report.macroAverage)}
<h2>Test samples</h2>
${imageList(samples.samples, samples.shape)}
<h2>Worst mistakes</h2>
${
  samples.mistakes.length > 0
    ? html`<p class="quiet">Wrong, and surest of it.</p>${imageList(samples.mistakes, samples.shape)}`
    : html`<p>None: every test sample was recognised.</p>`
}
<h2>How to repeat this run</h2>
<pre>${repeatCommand(result)}</pre>
<p class="quiet">${versionsInWords(contents.versions)}</p>
</main>
</body>
</html>
`;
  return page.text;
}

function keyNumbers({
  test,
  published,
  parameters,
  settings,
  samplesPerSecond,
  seconds,
  backend,
}: ClassificationTrainResult): Html {
  const numbers: readonly (readonly [string, string, string])[] = [
    ["Test accuracy", percentText(test.accuracy), ""],
    ["Published", percentText(published.value), ""],
    ["Test loss", decimalText(test.loss), ""],
    ["Parameters", countText(parameters), ""],
    ["Epochs", String(settings.epochs), `batch ${settings.batchSize}`],
    ["Samples per second", countText(samplesPerSecond), ""],
    ["Time", durationText(seconds), ""],
    ["Backend", backend, ""],
  ];
  const items = numbers.map(
    ([name, value, unit]) => html`<div><dt>${name}</dt><dd>${value} <small>${unit}</small></dd></div>
`,
  );
  return html`<dl class="numbers">${items}</dl>`;
}

function curvesInWords({ history }: ClassificationTrainResult): string {
  const ends = [
    ["training loss", history.loss, decimalText],
    ["validation loss", history.valLoss, decimalText],
    ["training accuracy", history.accuracy, percentText],
    ["validation accuracy", history.valAccuracy, percentText],
  ] as const;
  const parts = ends
    .filter(([, values]) => values && values.length > 0)
    .map(([name, values, text]) => `${name} from ${text(values?.[0] ?? 0)} to ${text(values?.at(-1) ?? 0)}`);
  return `Learning curves over ${history.loss.length} epochs: ${parts.join(", ")}`;
}

function classTable(classes: readonly ClassificationRow[], average: ClassificationRow): Html {
  const cells = ({ label, precision, recall, f1, support }: ClassificationRow) =>
    html`<tr><td>${label}</td><td>${percentText(precision)}</td><td>${percentText(recall)}</td><td>${percentText(f1)}</td><td>${countText(support)}</td></tr>
`;
  return html`<table>
<thead><tr><th scope="col">class</th><th scope="col">precision</th><th scope="col">recall</th><th scope="col">F1</th><th scope="col">samples</th></tr></thead>
<tbody>${classes.map(cells)}</tbody>
<tfoot>${cells(average)}</tfoot>
</table>`;
}

function imageList(records: readonly SampleRecord[], shape: readonly number[]): Html {
  const items = records.map(({ index, actual, predicted, probability, pixels }) => {
    const right = actual === predicted;
    const sure = percentText(probability, probability > 0.9995 ? 0 : 1);
    const words = right
      ? html`<span class="right">${predicted}</span> <span class="quiet">${sure}</span>`
      : html`<span class="wrong">${predicted}</span> <span class="quiet">${sure}</span><br>is ${actual}`;
    const alt = `Test sample ${index}: ${actual}, predicted ${predicted}`;
    return html`<li><img src="${imageUri(pixels, shape, shape[2] === 1)}" alt="${alt}" title="${alt}">${words}</li>
`;
  });
  return html`<ul class="images">${items}</ul>`;
}

function repeatCommand({ recipe, settings, backend }: ClassificationTrainResult): string {
  const { epochs, batchSize, optimizer, learningRate, seed, limit } = settings;
  return [
    `minibatch train ${recipe} --epochs ${epochs} --batch-size ${batchSize} --optimizer ${optimizer}`,
    `  --learning-rate ${learningRate} --seed ${seed}${limit === null ? "" : ` --limit ${limit}`} --backend ${backend}`,
  ].join(" \\\n");
}

function versionsInWords(versions: Readonly<Record<string, string>>): string {
  return Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}
