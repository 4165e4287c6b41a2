import { chooseMeasure, type SweepEntry, type SweepOutcome, type SweepPlan } from "@minibatch/sweeps";
import { figureText } from "../report/figureText.ts";
import { measureName } from "./measureName.ts";
import { settingsText } from "./settingsText.ts";

/** What came of an entry, in a line. */
export function outcomeText(
  { index, settings }: SweepEntry,
  outcome: SweepOutcome,
  { varied }: SweepPlan,
): string {
  return `${index}  ${settingsText(settings, varied)}: ${resultText(outcome)}`;
}

function resultText(outcome: SweepOutcome): string {
  const { status, metrics, failure, epochs } = outcome;
  if (status === "failed") return `failed, ${failure?.message ?? "nobody knows why"}`;
  if (status !== "done" || !metrics) return epochs ? `${status}, ${epochs} epochs done` : status;
  const { name } = chooseMeasure([outcome]);
  return `${measureName(name)} ${figureText(measureName(name), metrics[name] ?? Number.NaN)}`;
}
