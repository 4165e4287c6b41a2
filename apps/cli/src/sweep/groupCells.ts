import type { SweepMeasure, Spread, SweepGroup, SweepPlan } from "@minibatch/sweeps";
import { figureText } from "../report/figureText.ts";
import { measureName } from "./measureName.ts";

/** The combinations as a table, of text. */
export interface GroupCells {
  readonly header: readonly string[];
  /** A row a combination, the best first. */
  readonly rows: readonly (readonly string[])[];
}

/** The combinations as cells: what they are set to, how many runs are done, mean and standard deviation over the seeds. */
export function groupCells(
  groups: readonly SweepGroup[],
  { varied }: SweepPlan,
  { name }: SweepMeasure,
): GroupCells {
  const settings = varied.filter((setting) => setting !== "seed");
  const test = Object.keys(groups[0]?.figures ?? {}).find((figure) => /^test(Accuracy|Mae)$/.test(figure));
  const figures = [...new Set([name, test ?? name])];
  return {
    header: [...settings, "done", ...figures.map(measureName)],
    rows: groups.map((group) => [
      ...settings.map((setting) => String(group.settings[setting] ?? "")),
      `${group.done}/${group.entries.length}`,
      ...figures.map((figure) => spreadText(figure, group.figures[figure])),
    ]),
  };
}

/** A mean with its standard deviation, e.g. `97.82 % ± 0.11 %`. */
export function spreadText(name: string, spread: Spread | undefined): string {
  if (spread === undefined) return "";
  const text = (value: number): string => figureText(measureName(name), value);
  return spread.deviation === null ? text(spread.mean) : `${text(spread.mean)} ± ${text(spread.deviation)}`;
}
