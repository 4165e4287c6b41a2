import { SweepError } from "../SweepError.ts";
import type { SweepEntry } from "../SweepPlan.ts";
import type { SweepOutcome } from "./SweepOutcome.ts";

/**
 * What came of an entry: one of the outcomes, or `waiting`.
 *
 * @throws {SweepError} `OTHER_ENTRY` when an outcome of this index is of another plan
 */
export function outcomeOf({ index, hash }: SweepEntry, outcomes: readonly SweepOutcome[]): SweepOutcome {
  const outcome = outcomes.find((each) => each.index === index) ?? { index, hash, status: "waiting" };
  if (outcome.hash === hash) return outcome;
  throw new SweepError(
    "OTHER_ENTRY",
    `The outcome of entry ${index} is of ${outcome.hash}, and the plan has ${hash}: it belongs to another plan.`,
  );
}
