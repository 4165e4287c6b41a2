import type { ClassificationContents, RegressionContents, RunContents } from "../run/RunContents.ts";
import type { Session } from "../Session.ts";
import { confusedPairs } from "../terminal/confusedPairs.ts";
import { confusionTable } from "../terminal/confusionTable.ts";
import { learningCurves } from "../terminal/learningCurves.ts";
import { decimalText, percentText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";

/**
 * What a finished run tells a person.
 *
 * @param nextRecipe a recipe to try after this one
 */
export function trainText(contents: RunContents, nextRecipe: string, session: Session): string {
  const { colour, width } = session;
  const { dataset, history, out, task } = contents.result;
  const folder = session.display(out);
  const next = [
    // Digits that were drawn make one curious about digits that people wrote.
    ["evaluate", folder, ...(dataset === "synthetic-digits" ? ["--dataset", "mnist"] : [])],
    ...(task === "classification" ? [["predict", folder, `${dataset}:test:0`]] : []),
    ["train", nextRecipe],
  ].map((args) => `  ${colour.cyan(session.commandLine(...args))}`);
  return [
    learningCurves(history, width, colour),
    ...("predictions" in contents
      ? regressionLines(contents, session)
      : classificationLines(contents, session)),
    `The run is in ${folder}; open ${session.display(`${out}/report.html`)} for the whole report.`,
    "Try next:",
    ...next,
    "",
  ].join("\n");
}

function classificationLines({ result, confusion }: ClassificationContents, { colour }: Session): string[] {
  const { test, published } = result;
  const accuracy = colour.bold(colour.green(percentText(test.accuracy)));
  return [
    confusionTable(confusion.matrix, confusion.classNames, colour),
    confusedPairs(confusion.matrix, confusion.classNames),
    `Test accuracy ${accuracy}, loss ${decimalText(test.loss)}`,
    `Published     ${percentText(published.value)} ${published.metric} (${published.source})\n`,
  ];
}

function regressionLines({ result, predictions }: RegressionContents, { colour }: Session): string[] {
  const { test, published } = result;
  const rows = result.predictions.map(({ input, predicted, value }) => [
    input.join(", "),
    predicted.toFixed(1),
    value.toFixed(1),
  ]);
  const header = [predictions.feature ?? "inputs", "predicted", "published"];
  return [
    ...(rows.length > 0 ? [table(header, rows, ["right", "right", "right"], colour.bold)] : []),
    `Test MAE  ${colour.bold(colour.green(decimalText(test.mae)))}, loss ${decimalText(test.loss)}`,
    `Published ${published.value} ${published.metric} (${published.source})\n`,
  ];
}
