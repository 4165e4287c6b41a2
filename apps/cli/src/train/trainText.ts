import type { ConfusionRecord } from "../run/ConfusionRecord.ts";
import type { TrainResult } from "../run/RunRecord.ts";
import type { Session } from "../Session.ts";
import { confusedPairs } from "../terminal/confusedPairs.ts";
import { confusionTable } from "../terminal/confusionTable.ts";
import { learningCurves } from "../terminal/learningCurves.ts";
import { decimalText, percentText } from "../terminal/numberText.ts";

/**
 * What a finished run tells a person.
 *
 * @param nextRecipe a recipe to try after this one
 */
export function trainText(
  result: TrainResult,
  { classNames, matrix }: ConfusionRecord,
  nextRecipe: string,
  session: Session,
): string {
  const { colour, width } = session;
  const { test, published, out } = result;
  const folder = session.display(out);
  const accuracy = colour.bold(colour.green(percentText(test.accuracy)));
  const next = [
    // Digits that were drawn make one curious about digits that people wrote.
    ["evaluate", folder, ...(result.dataset === "synthetic-digits" ? ["--dataset", "mnist"] : [])],
    ["predict", folder, `${result.dataset}:test:0`],
    ["train", nextRecipe],
  ].map((args) => `  ${colour.cyan(session.commandLine(...args))}`);
  return [
    learningCurves(result.history, width, colour),
    confusionTable(matrix, classNames, colour),
    confusedPairs(matrix, classNames),
    `Test accuracy ${accuracy}, loss ${decimalText(test.loss)}`,
    `Published     ${percentText(published.value)} ${published.metric} (${published.source})\n`,
    `The run is in ${folder}; open ${session.display(`${out}/report.html`)} for the whole report.`,
    "Try next:",
    ...next,
    "",
  ].join("\n");
}
