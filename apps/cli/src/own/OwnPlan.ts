import type { Experiment } from "@minibatch/recipes";
import type { DataRecord } from "../run/DataRecord.ts";

/** What a run on one's own data has beside any other. */
export interface OwnPlan {
  readonly experiment: Experiment;
  /** What the paths of the experiment start from. */
  readonly folder: string;
  /** Lines about the data, for the plan. */
  readonly found: readonly string[];
  /** The same for the run folder; nothing for a built-in dataset. */
  readonly about?: DataRecord | undefined;
}
