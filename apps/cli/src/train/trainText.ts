import { compareWithPublished } from "@minibatch/recipes";
import { figureText } from "../report/figureText.ts";
import type { ClassificationContents, RegressionContents, RunContents } from "../run/RunContents.ts";
import { besideLines, mistakeLines, ownCommands } from "../own/ownText.ts";
import type { Session } from "../Session.ts";
import { confusedPairs } from "../terminal/confusedPairs.ts";
import { confusionTable } from "../terminal/confusionTable.ts";
import { learningCurves } from "../terminal/learningCurves.ts";
import { decimalText, percentText } from "../terminal/numberText.ts";
import { table } from "../terminal/table.ts";

/**
 * What a finished run tells a person.
 *
 * @param nextRecipe a recipe to try after this one; none after a run on data of one's own
 */
export function trainText(contents: RunContents, nextRecipe: string | undefined, session: Session): string {
  const { colour, width } = session;
  const { dataset, history, out, task } = contents.result;
  const folder = session.display(out);
  const commands =
    nextRecipe === undefined
      ? ownCommands(contents, folder)
      : [
          // Digits that were drawn make one curious about digits that people wrote.
          ["evaluate", folder, ...(dataset === "synthetic-digits" ? ["--dataset", "mnist"] : [])],
          ...(task === "classification" ? [["predict", folder, `${dataset}:test:0`]] : []),
          ["train", nextRecipe],
        ];
  const next = commands.map((args) => `  ${colour.cyan(session.commandLine(...args))}`);
  return [
    learningCurves(history, width, colour),
    ...("predictions" in contents
      ? regressionLines(contents, session)
      : classificationLines(contents, session)),
    `The run is in ${folder}; open ${session.display(`${out}/report.html`)} for the whole report.`,
    "Try next:",
    ...next,
    ...(contents.result.advice ?? []).map((advice) => `  ${advice}`),
    "",
  ].join("\n");
}

function classificationLines(
  { result, confusion, samples }: ClassificationContents,
  { colour }: Session,
): string[] {
  const { test, published } = result;
  const accuracy = colour.bold(colour.green(percentText(test.accuracy)));
  return [
    confusionTable(confusion.matrix, confusion.classNames, colour),
    confusedPairs(confusion.matrix, confusion.classNames),
    `Test accuracy ${accuracy}, loss ${decimalText(test.loss)}`,
    ...besideLines(result),
    ...mistakeLines(samples),
    ...(published
      ? [`Published     ${percentText(published.value)} ${published.metric} (${published.source})`]
      : []),
    "",
  ];
}

function regressionLines({ result }: RegressionContents, { colour }: Session): string[] {
  const { test, published } = result;
  const rows = compareWithPublished(result).map(({ metric, measured, published }) => [
    metric,
    figureText(metric, measured),
    figureText(metric, published),
  ]);
  return [
    ...(published ? [table(["", "here", "published"], rows, ["left", "right", "right"], colour.bold)] : []),
    `Test MAE  ${colour.bold(colour.green(decimalText(test.mae)))}, MSE ${decimalText(test.loss)}`,
    ...besideLines(result),
    ...(published ? [`Published by ${published.source}`] : []),
    "",
  ];
}
