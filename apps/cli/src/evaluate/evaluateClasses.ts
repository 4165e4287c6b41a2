import type { Dataset, NdArray } from "@minibatch/datasets";
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
import type { ClassAnswers } from "../predict/Answers.ts";
import { answersOf } from "../predict/answersOf.ts";
import { pixelScaling } from "../run/pixelScaling.ts";
import { loadProgress } from "../loadProgress.ts";
import type { Session } from "../Session.ts";
import { confusedPairs } from "../terminal/confusedPairs.ts";
import { confusionTable } from "../terminal/confusionTable.ts";
import { testProgress } from "../testProgress.ts";
import { countText, decimalText, percentText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";
import type { EvaluateOptions } from "./EvaluateOptions.ts";
import type { Evaluation } from "./Evaluation.ts";
import { misfit, requireFit } from "./requireFit.ts";

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
  const own = (loaded.model.inputs[0]?.shape ?? []).slice(1) as number[];
  const x = { data: test.x.data, shape: [test.x.shape[0] ?? 0, ...own] };
  const outputs = await predict(loaded.model, x, {
    inputScaling:
      dataset.inputShape.length === 3 ? pixelScaling(loaded.metadata, session) : loaded.metadata.inputScaling,
    signal: source.signal,
    onProgress: testProgress(session),
  });
  status.clear();
  const answers = answersOf({ ...loaded, metadata: { classNames, ...loaded.metadata } }, outputs);
  if (answers.kind === "values") throw misfit(loaded, dataset);
  const probabilities = inOrderOf(answers, dataset, session);
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

/** The probabilities with the classes in the dataset's order: a model from elsewhere may have its own, often the alphabet's. */
function inOrderOf(
  { names, probabilities }: ClassAnswers,
  { classNames, title }: Dataset,
  { status }: Session,
): NdArray<Float32Array> {
  const columns = classNames.map((name) => names.indexOf(name));
  if (columns.every((column) => column === -1)) {
    status.print(
      `The model calls its classes ${names.join(", ")}; they are taken for those of ${title} in their order: ${classNames.join(", ")}.`,
    );
    return probabilities;
  }
  const missing = classNames.find((name) => !names.includes(name));
  if (missing !== undefined) {
    throw new CliError(
      "MODEL_MISMATCH",
      `${title} has a class "${missing}", and the model tells ${names.join(", ")} apart. Name another --dataset, or its classes as ` +
        "the dataset has them with --labels.",
    );
  }
  const width = names.length;
  const data = Float32Array.from(
    probabilities.data,
    (_, at) => probabilities.data[at - (at % width) + (columns[at % width] ?? 0)] ?? 0,
  );
  return { data, shape: probabilities.shape };
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
