import { join } from "node:path";
import { confusionHeatMap, type History, historyToCsv, learningCurves } from "@minibatch/training";
import { renderChart } from "../report/renderChart.ts";
import { reportHtml } from "../report/reportHtml.ts";
import { jsonText } from "./jsonText.ts";
import type { TrainResult } from "./RunRecord.ts";
import type { RunSamples } from "./RunSamples.ts";
import { runFiles } from "./runFiles.ts";
import { writeFileAtomic } from "./writeFileAtomic.ts";

/** What `confusion-matrix.json` holds. */
export interface ConfusionRecord {
  readonly classNames: readonly string[];
  /** Counts `[actual][predicted]`. */
  readonly matrix: readonly (readonly number[])[];
}

/** Writes `history.csv`. */
export async function writeHistory(folder: string, history: History): Promise<void> {
  await writeFileAtomic(runFiles(folder).history, historyToCsv(history));
}

/** Writes what was measured on the test set: `confusion-matrix.json` and `samples.json`. */
export async function writeMeasurements(
  folder: string,
  confusion: ConfusionRecord,
  samples: RunSamples,
): Promise<void> {
  const files = runFiles(folder);
  await writeFileAtomic(files.confusionMatrix, jsonText(confusion));
  await writeFileAtomic(files.samples, jsonText(samples));
}

/** Draws `plots/*.svg` and `report.html` from what the folder's other files hold. */
export async function writeReport(
  folder: string,
  result: TrainResult,
  versions: Readonly<Record<string, string>>,
  confusion: ConfusionRecord,
  samples: RunSamples,
): Promise<void> {
  const files = runFiles(folder);
  const charts = {
    learningCurves: await renderChart(learningCurves(result.history).spec),
    confusionMatrix: await renderChart(confusionHeatMap(confusion.matrix, confusion.classNames).spec),
  };
  await writeFileAtomic(join(files.plots, "learning-curves.svg"), charts.learningCurves);
  await writeFileAtomic(join(files.plots, "confusion-matrix.svg"), charts.confusionMatrix);
  const { classNames, matrix: confusionMatrix } = confusion;
  const contents = { result, versions, classNames, confusionMatrix, samples, charts };
  await writeFileAtomic(files.report, reportHtml(contents));
}
