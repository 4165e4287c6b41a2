import { findDataset } from "@minibatch/datasets";
import {
  confusionHeatMap,
  importanceBars,
  learningCurves,
  type Plot,
  predictedVersusActual,
  regressionScatter,
  residualScatter,
  sampleGrid,
} from "@minibatch/training";
import type { ClassificationContents, RegressionContents, RunContents } from "../run/RunContents.ts";
import type { TrainResult } from "../run/RunRecord.ts";
import type { RunSamples, SampleRecord } from "@minibatch/recipes";
import { lostWithout } from "./importanceText.ts";

/** The charts of a run, by the names of their files in `plots/`. */
export function runCharts(contents: RunContents): ReadonlyMap<string, Plot<object>> {
  return new Map<string, Plot<object>>([
    ["learning-curves", learningCurves(contents.result.history)],
    ...importanceChart(contents.result),
    ...("predictions" in contents ? regressionCharts(contents) : classificationCharts(contents)),
  ]);
}

/** Of a table alone. */
function importanceChart({ importance, task }: TrainResult): NamedPlot[] {
  if (importance === undefined) return [];
  const format = task === "classification" ? ".0%" : undefined;
  return [["importance", importanceBars(importance, { measure: lostWithout(task), format })]];
}

type NamedPlot = [name: string, plot: Plot<object>];

function classificationCharts({ confusion, samples }: ClassificationContents): NamedPlot[] {
  const { matrix, classNames } = confusion;
  const grid = (name: string, records: readonly SampleRecord[]): NamedPlot[] => {
    const images = records.filter(({ pixels }) => pixels !== undefined);
    return images.length > 0 ? [[name, samplesPlot(images, samples, classNames)]] : [];
  };
  return [
    ["confusion-matrix", confusionHeatMap(matrix, classNames)],
    ...grid("test-samples", samples.samples),
    ...grid("worst-mistakes", samples.mistakes),
  ];
}

function samplesPlot(records: readonly SampleRecord[], { shape }: RunSamples, classNames: readonly string[]) {
  const pixels = Buffer.concat(records.map((record) => Buffer.from(record.pixels ?? "", "base64")));
  const labels = Uint8Array.from(records, ({ actual }) => classNames.indexOf(actual));
  const predicted = records.map((record) => classNames.indexOf(record.predicted));
  const samples = {
    x: { data: new Uint8Array(pixels), shape: [records.length, ...shape] },
    y: { data: labels, shape: [records.length] },
  };
  return sampleGrid(samples, classNames, { predicted, indices: records.map((_, index) => index) });
}

function regressionCharts({ result, predictions }: RegressionContents): NamedPlot[] {
  const { feature, target = findDataset(result.dataset).targetName, train, test } = predictions;
  const parts = {
    training: { actual: train.y, predicted: train.predicted },
    test: { actual: test.y, predicted: test.predicted },
  };
  const fit: NamedPlot =
    train.x && test.x
      ? [
          "fitted-line",
          regressionScatter(
            { training: { ...parts.training, x: train.x }, test: { ...parts.test, x: test.x } },
            { feature, target },
          ),
        ]
      : ["predicted-actual", predictedVersusActual(parts, { target })];
  return [fit, ["residuals", residualScatter(parts, { target })]];
}
