import { adviceSection } from "./adviceSection.ts";
import { besideSection } from "./besideSection.ts";
import { curvesInWords } from "./curvesInWords.ts";
import type { TrainResult } from "../run/RunRecord.ts";
import { countText, durationText } from "../terminal/numberText.ts";
import { classificationSections } from "./classificationSections.ts";
import { dataSection } from "./dataSection.ts";
import { figure } from "./figure.ts";
import { figureText } from "./figureText.ts";
import { Html, html } from "./html.ts";
import { importanceSection } from "./importanceSection.ts";
import { publishedTable } from "./publishedTable.ts";
import { regressionSections } from "./regressionSections.ts";
import { reportStyle } from "./reportStyle.ts";
import type { ReportSources } from "./ReportSources.ts";

/**
 * A run as one HTML page that needs no other file and no network.
 *
 * @param charts the charts of the run as `<svg>` elements, by their names
 * @returns the text of the page, well below 2 MB
 */
export function reportHtml(sources: ReportSources, charts: ReadonlyMap<string, string>): string {
  const { result, versions, data } = sources;
  const { recipe, dataset, samples } = result;
  const [name, value] = testResult(result);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${recipe}: ${name} ${value}</title>
<style>${new Html(reportStyle)}</style>
</head>
<body>
<main>
<h1>${recipe}</h1>
<p class="quiet">Trained on ${countText(samples.train)} samples of ${dataset}, tested on
${countText(samples.test)}.</p>
${keyNumbers(result)}
${adviceSection(result)}${publishedTable(result)}${besideSection(result)}
<h2>Learning curves</h2>
${figure(charts.get("learning-curves"), curvesInWords(result.history))}
${"predictions" in sources ? regressionSections(sources, charts) : classificationSections(sources, charts)}
${importanceSection(result, charts.get("importance"))}${dataSection(data)}
<h2>How to repeat this run</h2>
<pre>${result.baselines === undefined ? repeatCommand(result) : `minibatch train ${result.out}/experiment.json`}</pre>
<p class="quiet">${versionsInWords(versions)}</p>
</main>
</body>
</html>
`;
  return page.text;
}

/** What counts in the end. */
function testResult(result: TrainResult): [name: string, value: string] {
  return result.task === "regression"
    ? ["test MAE", result.test.mae.toFixed(2)]
    : ["test accuracy", figureText("test accuracy", result.test.accuracy)];
}

function keyNumbers(result: TrainResult): Html {
  const { test, parameters, settings, samples, history, samplesPerSecond, seconds, backend } = result;
  const [name, value] = testResult(result);
  const trained = history.loss.length;
  const numbers: readonly (readonly [name: string, value: string, unit?: string])[] = [
    [name, value],
    ["test loss", test.loss.toPrecision(4)],
    ["training samples", countText(samples.train)],
    ["parameters", countText(parameters)],
    // Fewer where training was stopped early.
    [
      "epochs",
      String(trained),
      `${trained < settings.epochs ? `of ${settings.epochs}, ` : ""}batch ${settings.batchSize}`,
    ],
    ["samples per second", countText(samplesPerSecond)],
    ["time", durationText(seconds)],
    ["backend", backend],
  ];
  const items = numbers.map(
    ([label, number, unit = ""]) => html`<div><dt>${label}</dt><dd>${number} <small>${unit}</small></dd></div>
`,
  );
  return html`<dl class="numbers">${items}</dl>`;
}

function repeatCommand({ recipe, settings, backend }: TrainResult): string {
  const { epochs, batchSize, optimizer, learningRate, seed, limit, validationSplit, earlyStopping } =
    settings;
  // Runs of before there were these have none.
  const { momentum, nesterov, weightDecay } = settings;
  const speed = typeof momentum === "number" ? ` --momentum ${momentum}` : "";
  const ahead = typeof nesterov === "boolean" ? ` --${nesterov ? "" : "no-"}nesterov` : "";
  const decay = typeof weightDecay === "number" ? ` --weight-decay ${weightDecay}` : "";
  const some = limit === null ? "" : ` --limit ${limit}`;
  const split = validationSplit === null ? "" : ` --validation-split ${validationSplit}`;
  const stop = earlyStopping === null ? "" : ` --early-stopping ${earlyStopping}`;
  return [
    `minibatch train ${recipe} --epochs ${epochs} --batch-size ${batchSize} --optimizer ${optimizer}`,
    `  --learning-rate ${learningRate}${speed}${ahead}${decay} --seed ${seed}${some}${split}${stop} --backend ${backend}`,
  ].join(" \\\n");
}

function versionsInWords(versions: Readonly<Record<string, string>>): string {
  return Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}
