import type { SettingValue, SweepPlan } from "../SweepPlan.ts";
import { outcomeOf } from "./outcomeOf.ts";
import type { SweepOutcome } from "./SweepOutcome.ts";

/** All entries as one table. */
export interface MergedSweep {
  readonly columns: readonly string[];
  /** A row an entry, in the order of the plan; null where there is nothing. */
  readonly rows: readonly (readonly (SettingValue | null)[])[];
}

/**
 * Puts the outcomes into one table, an entry a row.
 *
 * It depends on the plan and on what was computed alone: not on the order in which entries ended, on how many ran at a time, or on how
 * often they were interrupted.
 *
 * @param outcomes in any order; entries without one are `waiting`
 * @throws {SweepError} `OTHER_ENTRY`
 * @example
 * sweepToCsv(mergeOutcomes(plan, outcomes));
 */
export function mergeOutcomes(plan: SweepPlan, outcomes: readonly SweepOutcome[]): MergedSweep {
  const all = plan.entries.map((entry) => ({ entry, outcome: outcomeOf(entry, outcomes) }));
  const figures = [...new Set(all.flatMap(({ outcome }) => Object.keys(outcome.metrics ?? {})))].sort(
    byOrder,
  );
  const columns = ["index", "hash", ...plan.varied, "status", "epochsDone", ...figures, "failure"];
  const rows = all.map(({ entry, outcome }) => [
    entry.index,
    entry.hash,
    ...plan.varied.map((setting) => entry.settings[setting] ?? null),
    outcome.status,
    outcome.epochs ?? null,
    ...figures.map((name) => outcome.metrics?.[name] ?? null),
    outcome.failure?.code ?? null,
  ]);
  return { columns, rows };
}

const order = [
  "loss",
  "accuracy",
  "mae",
  "valLoss",
  "valAccuracy",
  "valMae",
  "testLoss",
  "testAccuracy",
  "testMae",
];

/** Training, validation, test; what is not known comes after, by its name. */
function byOrder(one: string, other: string): number {
  const [first, second] = [one, other].map((name) =>
    order.includes(name) ? order.indexOf(name) : order.length,
  );
  return (first as number) - (second as number) || (one < other ? -1 : 1);
}
