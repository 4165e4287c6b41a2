import type { FeatureImportance } from "@minibatch/training";
import { wilsonInterval } from "@minibatch/training";
import { importanceText, lostWithout } from "../report/importanceText.ts";
import type { RunContents } from "../run/RunContents.ts";
import type { TrainResult } from "../run/RunRecord.ts";
import type { RunSamples } from "@minibatch/recipes";
import { decimalText, percentText } from "../terminal/numberText.ts";

/** As many mistakes, and as many columns, are named; the report has more. */
const shown = 5;

/** What stands beside the result of a run on one's own data: how sure it is, simple answers, and what matters. Nothing for recipes. */
export function besideLines(result: TrainResult): string[] {
  const { baselines, importance, samples } = result;
  if (baselines === undefined) return [];
  const simple = baselines.map(
    ({ name, accuracy, mae }) =>
      `${name} ${accuracy === undefined ? decimalText(mae ?? Number.NaN) : percentText(accuracy, 1)}`,
  );
  const counted = result.task === "classification" ? countedText(result.test.accuracy, samples.test) : [];
  return [
    ...counted,
    `For comparison: ${simple.join(", ")}`,
    ...(importance ? [importanceLine(importance, result.task)] : []),
  ];
}

function countedText(accuracy: number, rows: number): string[] {
  const right = Math.round(accuracy * rows);
  const [low, high] = wilsonInterval(right, rows);
  return [
    `${right} of ${rows} are right; on more of the same, between ${percentText(low, 0)} and ${percentText(high, 0)} (95 % sure)`,
  ];
}

/** What matters most, each with its spread over shuffles. */
function importanceLine(importance: readonly FeatureImportance[], task: TrainResult["task"]): string {
  const texts = importance.slice(0, shown).map((column) => `${column.name} ${importanceText(column, task)}`);
  return `What matters most (${lostWithout(task)} when a column is shuffled): ${texts.join(", ")}`;
}

/** The worst mistakes by the names of their files. */
export function mistakeLines({ mistakes }: RunSamples): string[] {
  const named = mistakes.filter(({ name }) => name !== undefined).slice(0, shown);
  if (named.length === 0) return [];
  const texts = named.map(({ name, actual, predicted }) => `${name} (${actual} taken for ${predicted})`);
  return [`Surest mistakes: ${texts.join(", ")}`];
}

/** What to try after a run on one's own data. */
export function ownCommands(contents: RunContents, folder: string): string[][] {
  const again = ["train", `${folder}/experiment.json`];
  const isPicture = "samples" in contents && contents.samples.shape.length === 3;
  return [["predict", folder, isPicture ? "picture.jpg" : "new.csv"], again];
}
