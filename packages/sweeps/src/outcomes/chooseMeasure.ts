import { SweepError } from "../SweepError.ts";
import type { SweepOutcome } from "./SweepOutcome.ts";

/** What entries are compared by. */
export interface SweepMeasure {
  readonly name: string;
  readonly higherIsBetter: boolean;
}

/** What can be compared, the best first. Nothing of the test set: what is chosen by it would no longer tell how good the choice is. */
const measures: readonly SweepMeasure[] = [
  { name: "valAccuracy", higherIsBetter: true },
  { name: "valMae", higherIsBetter: false },
  { name: "valLoss", higherIsBetter: false },
  { name: "accuracy", higherIsBetter: true },
  { name: "loss", higherIsBetter: false },
];

/**
 * The measure to compare entries by: on validation data where all that are done have it, else on the training data.
 *
 * @param name the one that is asked for, of any figure that the outcomes have; `undefined` for the best that is there
 * @throws {SweepError} `INVALID_AXIS` for a figure that is not there
 * @example
 * chooseMeasure([{ index: 0, hash: "…", status: "done", metrics: { loss: 0.2, valLoss: 0.3 } }]).name; // "valLoss"
 */
export function chooseMeasure(outcomes: readonly SweepOutcome[], name?: string): SweepMeasure {
  const figures = outcomes.flatMap(({ status, metrics }) => (status === "done" && metrics ? [metrics] : []));
  const everywhere = (each: string): boolean => figures.every((metrics) => metrics[each] !== undefined);
  if (name === undefined) {
    return measures.find((measure) => everywhere(measure.name)) ?? { name: "loss", higherIsBetter: false };
  }
  if (figures.length > 0 && !everywhere(name)) {
    const known = Object.keys(figures[0] ?? {}).filter(everywhere);
    throw new SweepError("INVALID_AXIS", `Not every run has ${name}. They have ${known.join(", ")}.`);
  }
  return { name, higherIsBetter: /accuracy|r2|auc/i.test(name) };
}
