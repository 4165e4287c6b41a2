import { join } from "node:path";
import { confusionHeatMap, learningCurves } from "@minibatch/training";
import type { RunContents } from "../run/RunContents.ts";
import { runFiles } from "../run/runFiles.ts";
import { writeFileAtomic } from "../run/writeFileAtomic.ts";
import { renderChart } from "./renderChart.ts";
import { reportHtml } from "./reportHtml.ts";

/** What the other files of a run folder hold. */
export type ReportSources = RunContents & { readonly versions: Readonly<Record<string, string>> };

/** Draws `plots/*.svg` and `report.html` of a run folder. */
export async function writeReport(folder: string, sources: ReportSources): Promise<void> {
  const files = runFiles(folder);
  // A regression has no page of its own yet.
  if ("predictions" in sources) return;
  const { confusion, result, versions, samples } = sources;
  const { matrix: confusionMatrix, classNames } = confusion;
  const charts = {
    learningCurves: await renderChart(learningCurves(result.history).spec),
    confusionMatrix: await renderChart(confusionHeatMap(confusionMatrix, classNames).spec),
  };
  await writeFileAtomic(join(files.plots, "learning-curves.svg"), charts.learningCurves);
  await writeFileAtomic(join(files.plots, "confusion-matrix.svg"), charts.confusionMatrix);
  const page = reportHtml({ result, versions, classNames, confusionMatrix, samples, charts });
  await writeFileAtomic(files.report, page);
}
