import type { SweepSettings, SweepPlan } from "../SweepPlan.ts";
import type { SweepMeasure } from "./chooseMeasure.ts";
import { outcomeOf } from "./outcomeOf.ts";
import type { SweepOutcome } from "./SweepOutcome.ts";

/** What the runs of one combination of settings came to, over their seeds. */
export interface SweepGroup {
  /** Without the seed. */
  readonly settings: SweepSettings;
  /** The entries, by index. */
  readonly entries: readonly number[];
  /** How many are done. */
  readonly done: number;
  /** How many failed. */
  readonly failed: number;
  /** Over those that are done, by the name of the figure. */
  readonly figures: Readonly<Record<string, Spread>>;
}

/** A mean and how far the runs are from it. */
export interface Spread {
  readonly mean: number;
  /** The standard deviation of the sample (n - 1); null for one run, which says nothing of it. */
  readonly deviation: number | null;
  readonly least: number;
  readonly most: number;
}

/**
 * Joins runs that differ in the seed alone, the best combination first: by the mean of the measure; those of which none is done come last.
 *
 * @throws {SweepError} `OTHER_ENTRY`
 * @example
 * const [best] = groupBySettings(plan, outcomes, chooseMeasure(outcomes));
 */
export function groupBySettings(
  plan: SweepPlan,
  outcomes: readonly SweepOutcome[],
  { name, higherIsBetter }: SweepMeasure,
): SweepGroup[] {
  const groups = new Map<string, { settings: SweepSettings; outcomes: SweepOutcome[] }>();
  for (const entry of plan.entries) {
    const { seed: _, ...settings } = entry.settings;
    const key = JSON.stringify(settings);
    const group = groups.get(key) ?? { settings, outcomes: [] };
    group.outcomes.push(outcomeOf(entry, outcomes));
    groups.set(key, group);
  }
  const sign = higherIsBetter ? -1 : 1;
  const rank = ({ figures }: SweepGroup): number =>
    sign * (figures[name]?.mean ?? sign * Number.POSITIVE_INFINITY);
  return [...groups.values()].map(summarized).sort((one, other) => compare(rank(one), rank(other)));
}

function summarized({
  settings,
  outcomes,
}: {
  settings: SweepSettings;
  outcomes: SweepOutcome[];
}): SweepGroup {
  const done = outcomes.filter(({ status }) => status === "done");
  const names = new Set(done.flatMap(({ metrics }) => Object.keys(metrics ?? {})));
  const figures = [...names].map((name) => {
    const values = done.flatMap(({ metrics }) => metrics?.[name] ?? []);
    return [name, spreadOf(values)] as const;
  });
  return {
    settings,
    entries: outcomes.map(({ index }) => index),
    done: done.length,
    failed: outcomes.filter(({ status }) => status === "failed").length,
    figures: Object.fromEntries(figures),
  };
}

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : null,
    least: Math.min(...values),
    most: Math.max(...values),
  };
}

/** Infinities are equal to each other: their difference is not a number. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
