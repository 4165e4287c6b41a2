import type { SweepMeasure } from "./outcomes/chooseMeasure.ts";
import { groupBySettings } from "./outcomes/groupBySettings.ts";
import type { SweepOutcome } from "./outcomes/SweepOutcome.ts";
import { listEntries } from "./planSweep.ts";
import { SweepError } from "./SweepError.ts";
import type { SweepPlan } from "./SweepPlan.ts";

/** Options of {@link halve}. */
export interface HalvingOptions {
  /** What the combinations are compared by, over their seeds. */
  readonly measure: SweepMeasure;
  /** The epochs of those that go on, all in all. */
  readonly epochs: number;
  /**
   * The share that goes on, rounded up.
   *
   * @default 1/3, as in successive halving with η = 3 (Jamieson and Talwalkar, arXiv:1502.07943)
   */
  readonly keep?: number | undefined;
  /** The path of the plan that is halved, from where the new one will stand. */
  readonly continues: string;
}

/**
 * The plan of the next round of successive halving: the best combinations, with all their seeds, for more epochs.
 *
 * @throws {SweepError} `NOTHING_TO_HALVE` before every entry has ended, or when none is done
 * @example
 * const next = await halve(plan, outcomes, { measure: chooseMeasure(outcomes), epochs: 9, continues: "plan.json" });
 */
export async function halve(
  plan: SweepPlan,
  outcomes: readonly SweepOutcome[],
  { measure, epochs, keep = 1 / 3, continues }: HalvingOptions,
): Promise<SweepPlan> {
  const groups = groupBySettings(plan, outcomes, measure);
  const open = plan.entries.length - groups.reduce((sum, { done, failed }) => sum + done + failed, 0);
  if (open > 0) {
    throw new SweepError(
      "NOTHING_TO_HALVE",
      `${open} of ${plan.entries.length} entries have not ended: run them first.`,
    );
  }
  // A combination that failed with one seed is none to bet on.
  const whole = groups.filter(({ done, entries }) => done === entries.length);
  if (whole.length === 0)
    throw new SweepError("NOTHING_TO_HALVE", "In every combination a run failed: none can go on.");
  const best = whole.slice(0, Math.ceil(groups.length * keep));
  const kept = new Set(best.flatMap(({ entries }) => entries));
  const settings = plan.entries
    .filter(({ index }) => kept.has(index))
    .map((entry) => ({ ...entry.settings, epochs }));
  return listEntries({ name: plan.name, base: plan.base, varied: plan.varied, continues }, settings);
}
