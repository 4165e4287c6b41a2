import type { Dataset } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import {
  argMax,
  type ClassificationReport,
  categoricalCrossentropy,
  classificationReport,
  confusionMatrix,
  predict,
} from "@minibatch/training";
import { CliError } from "../CliError.ts";
import { loadProgress } from "../loadProgress.ts";
import type { Session } from "../Session.ts";
import { confusedPairs } from "../terminal/confusedPairs.ts";
import { confusionTable } from "../terminal/confusionTable.ts";
import { testProgress } from "../testProgress.ts";
import { countText, decimalText, percentText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";
import type { EvaluateOptions } from "./EvaluateOptions.ts";
import type { Evaluation } from "./Evaluation.ts";

/**
 * Measures a model that tells classes apart.
 *
 * @throws {CliError} `MODEL_MISMATCH` for a model of another kind of data, before anything is loaded
 */
export async function evaluateClasses(
  loaded: LoadedModel,
  dataset: Dataset,
  { limit }: EvaluateOptions,
  session: Session,
): Promise<Evaluation> {
  requireFit(loaded, dataset);
  const { colour, source, status } = session;
  const { classNames, title } = dataset;
  const onProgress = loadProgress(session);
  const { test } = await dataset.load({ ...source, onProgress, split: "test", limit });
  const probabilities = await predict(loaded.model, test.x, {
    inputScaling: loaded.metadata.inputScaling,
    signal: source.signal,
    onProgress: testProgress(session),
  });
  status.clear();
  const matrix = confusionMatrix(test.y.data, argMax(probabilities), classNames.length);
  const report = classificationReport(matrix, classNames);
  const loss = categoricalCrossentropy(test.y.data, probabilities);
  const samples = test.y.data.length;
  return {
    json: {
      samples,
      accuracy: report.accuracy,
      loss,
      perClass: report.classes,
      confusionMatrix: matrix,
    },
    text: () =>
      [
        confusionTable(matrix, classNames, colour),
        confusedPairs(matrix, classNames),
        reportTable(report, session),
        `Accuracy ${colour.bold(percentText(report.accuracy))}, loss ${decimalText(loss)} ` +
          `on ${countText(samples)} test samples of ${title}\n`,
      ].join("\n"),
  };
}

function requireFit({ model }: LoadedModel, { title, inputShape, classNames }: Dataset): void {
  const takes = model.inputs[0]?.shape.slice(1) ?? [];
  const gives = model.outputs[0]?.shape.at(-1) ?? 0;
  if (takes.join() === inputShape.join() && gives === classNames.length) return;
  throw new CliError(
    "MODEL_MISMATCH",
    `The model takes inputs of shape [${takes.join(", ")}] and gives ${gives} numbers; ${title} has ` +
      `inputs of shape [${inputShape.join(", ")}] and ${classNames.length} classes. Name another --dataset.`,
  );
}

function reportTable({ classes, macroAverage }: ClassificationReport, { colour }: Session): string {
  const rows = [...classes, macroAverage].map(({ label, precision, recall, f1, support }) => [
    label,
    percentText(precision),
    percentText(recall),
    percentText(f1),
    countText(support),
  ]);
  const header = ["class", "precision", "recall", "F1", "samples"];
  return table(header, rows, ["left", "right", "right", "right", "right"], colour.bold);
}
