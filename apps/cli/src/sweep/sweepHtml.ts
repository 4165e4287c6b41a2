import {
  groupBySettings,
  type SweepMeasure,
  type SweepGroup,
  type SweepOutcome,
  type SweepPlan,
} from "@minibatch/sweeps";
import { settingsPanels } from "@minibatch/training";
import { figure } from "../report/figure.ts";
import { figureText } from "../report/figureText.ts";
import { Html, html } from "../report/html.ts";
import { renderChart } from "../report/renderChart.ts";
import { reportStyle } from "../report/reportStyle.ts";
import { groupCells, spreadText } from "./groupCells.ts";
import { measureName } from "./measureName.ts";
import type { Sweep } from "./Sweep.ts";
import type { TrainingBase } from "./TrainingBase.ts";
import { settingsText } from "./settingsText.ts";

/**
 * A sweep as one HTML page that needs no other file and no network: what each setting does to the measure, the combinations, and each run.
 *
 * @returns the text of the page, without any time or path
 */
export async function sweepHtml(
  { plan, base }: Sweep,
  outcomes: readonly SweepOutcome[],
  measure: SweepMeasure,
): Promise<string> {
  const groups = groupBySettings(plan, outcomes, measure);
  const done = outcomes.filter(({ status }) => status === "done");
  const failed = outcomes.filter(({ status }) => status === "failed");
  const [best] = groups;
  const name = measureName(measure.name);
  const bestText =
    best && best.done > 0 ? spreadText(measure.name, best.figures[measure.name]) : "none is done";
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plan.name}: ${done.length} of ${plan.entries.length} runs</title>
<style>${new Html(reportStyle)}</style>
</head>
<body>
<main>
<h1>${plan.name}</h1>
<p class="quiet">${baseText(base)}${done.length} of ${plan.entries.length} runs are done${failed.length > 0 ? `, ${failed.length} failed` : ""}. The best ${name}: ${bestText}${best && best.done > 0 ? html`, with ${settingsText(best.settings, plan.varied)}` : ""}.</p>
${await panels(plan, done, measure)}
<h2>Combinations</h2>
${groupTable(groups, plan, measure)}
<h2>Runs</h2>
${runRows(plan, outcomes, measure)}
</main>
</body>
</html>
`;
  return page.text;
}

/** What all runs have in common. */
function baseText({ experiment, backend }: TrainingBase): string {
  return `${"recipe" in experiment ? experiment.recipe : experiment.name}, computed by ${backend}. `;
}

async function panels(plan: SweepPlan, done: readonly SweepOutcome[], measure: SweepMeasure): Promise<Html> {
  const settings = plan.varied.filter((setting) => setting !== "seed");
  if (done.length === 0 || settings.length === 0) return html``;
  const name = measureName(measure.name);
  const points = done.flatMap(({ index, metrics }) => {
    const value = metrics?.[measure.name];
    const entry = plan.entries[index];
    return value === undefined || !entry ? [] : [{ settings: entry.settings, value }];
  });
  const plot = settingsPanels(points, { settings, measure: name });
  const words = `${name} of ${points.length} runs against ${settings.join(", ")}, one panel each; the numbers are in the tables below.`;
  return html`<h2>What each setting does</h2>
<div class="wide" tabindex="0" role="region" aria-label="What each setting does">${figure(await renderChart(plot.spec), words)}</div>
<p class="quiet">A point is a run; a line or a dash, their mean.</p>`;
}

function groupTable(groups: readonly SweepGroup[], plan: SweepPlan, measure: SweepMeasure): Html {
  const { header, rows } = groupCells(groups, plan, measure);
  return html`<div class="table"><table>
<thead><tr>${header.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody></table></div>
<p class="quiet">Mean and standard deviation over the seeds. Chosen by ${measureName(measure.name)}: what is chosen by the test set no longer tells how good the choice is.</p>`;
}

function runRows(plan: SweepPlan, outcomes: readonly SweepOutcome[], measure: SweepMeasure): Html {
  const name = measureName(measure.name);
  return html`<div class="table"><table>
<thead><tr><th scope="col">run</th><th scope="col">epochs</th><th scope="col">${name}</th></tr></thead>
<tbody>
${plan.entries.map((entry) => {
  const { status, epochs, metrics, failure } = outcomes.find(({ index }) => index === entry.index) ?? {
    status: "waiting",
  };
  const value = metrics?.[measure.name];
  const text =
    value === undefined
      ? html`<span class="${status === "failed" ? "wrong" : "quiet"}">${failure?.message ?? status}</span>`
      : figureText(name, value);
  return html`<tr><td>${entry.index}: ${settingsText(entry.settings, plan.varied)}</td><td>${epochs ?? ""}</td><td>${text}</td></tr>
`;
})}</tbody></table></div>`;
}
