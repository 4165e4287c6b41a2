import { startBackend } from "@minibatch/backends";
import { type Dataset, findDataset } from "@minibatch/datasets";
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
import type { EvaluateOptions } from "./EvaluateOptions.ts";
import { loadProgress } from "../loadProgress.ts";
import type { Output } from "../Output.ts";
import { openModel } from "../run/openModel.ts";
import type { Session } from "../Session.ts";
import { bar } from "../terminal/bar.ts";
import { confusedPairs } from "../terminal/confusedPairs.ts";
import { confusionTable } from "../terminal/confusionTable.ts";
import { countText, decimalText, percentText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";

/** Measures a saved model on the test set of a dataset. */
export async function evaluateModel(
  folder: string,
  options: EvaluateOptions,
  session: Session,
): Promise<Output> {
  const { status, statusColour, source } = session;
  const named = options.dataset === undefined ? undefined : findDataset(options.dataset);
  await startBackend(options.backend ?? "auto");
  const loaded = await openModel(folder, session);
  const { model, metadata } = loaded;
  const dataset = named ?? findDataset(metadata.dataset ?? missingDataset());
  requireFit(loaded, dataset);
  const onProgress = loadProgress(session);
  const { test } = await dataset.load({ ...source, onProgress, split: "test", limit: options.limit });
  const probabilities = await predict(model, test.x, {
    inputScaling: metadata.inputScaling,
    signal: source.signal,
    onProgress: (done, total) =>
      status.update(() => `Testing ${statusColour.cyan(bar(done / total, 22))} ${countText(done)}`),
  });
  status.clear();
  model.dispose();
  const { classNames } = dataset;
  const matrix = confusionMatrix(test.y.data, argMax(probabilities), classNames.length);
  const report = classificationReport(matrix, classNames);
  const loss = categoricalCrossentropy(test.y.data, probabilities);
  const samples = test.y.data.length;
  const json = {
    model: session.display(folder),
    dataset: dataset.name,
    samples,
    accuracy: report.accuracy,
    loss,
    perClass: report.classes,
    confusionMatrix: matrix,
  };
  const text = () =>
    [
      confusionTable(matrix, classNames, session.colour),
      confusedPairs(matrix, classNames),
      reportTable(report, session),
      `Accuracy ${session.colour.bold(percentText(report.accuracy))}, loss ${decimalText(loss)} ` +
        `on ${countText(samples)} test samples of ${dataset.title}\n`,
    ].join("\n");
  return { json, text };
}

function missingDataset(): never {
  throw new CliError(
    "INVALID_USAGE",
    "The model does not say which dataset it was trained on: name one with --dataset, for example --dataset mnist.",
  );
}

/** Refuses a model of another kind of data before anything is loaded. */
function requireFit({ model }: LoadedModel, { title, inputShape, classNames }: Dataset): void {
  if (classNames.length === 0) {
    throw new CliError("INVALID_USAGE", `${title} has no classes to tell apart: name another --dataset.`);
  }
  const takes = model.inputs[0]?.shape.slice(1) ?? [];
  const gives = model.outputs[0]?.shape.at(-1) ?? 0;
  if (takes.join() === inputShape.join() && gives === classNames.length) return;
  throw new CliError(
    "MODEL_MISMATCH",
    `The model takes inputs of shape [${takes.join(", ")}] and tells ${gives} classes apart; ${title} has ` +
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
