import type { Dataset } from "@minibatch/datasets";
import type { DataRecord } from "../run/DataRecord.ts";

/** Data of one's own, opened: the dataset, and what a person should know of it before anything is trained. */
export interface OwnData {
  readonly dataset: Dataset;
  /** Lines for the plan: what was found, how it is split, what was left out and why. */
  readonly found: readonly string[];
  /** The same for the run folder; nothing for a built-in dataset. */
  readonly about?: DataRecord;
}
