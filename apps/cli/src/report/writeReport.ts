import { join } from "node:path";
import { runFiles } from "../run/runFiles.ts";
import { writeFileAtomic } from "../files/writeFileAtomic.ts";
import { renderChart } from "./renderChart.ts";
import { reportHtml } from "./reportHtml.ts";
import type { ReportSources } from "./ReportSources.ts";
import { runCharts } from "./runCharts.ts";
import { svgToPng } from "./svgToPng.ts";

/**
 * Draws `plots/*.svg`, `plots/*.png` and `report.html` of a run folder.
 *
 * @returns the names of the charts
 */
export async function writeReport(folder: string, sources: ReportSources): Promise<string[]> {
  const files = runFiles(folder);
  const charts = new Map<string, string>();
  for (const [name, { spec }] of runCharts(sources)) {
    const svg = await renderChart(spec);
    charts.set(name, svg);
    await writeFileAtomic(join(files.plots, `${name}.svg`), svg);
    await writeFileAtomic(join(files.plots, `${name}.png`), await svgToPng(svg));
  }
  await writeFileAtomic(files.report, reportHtml(sources, charts));
  return [...charts.keys()];
}
