import type { SweepPlan } from "@minibatch/sweeps";
import type { TrainingBase } from "./TrainingBase.ts";

/** A plan and where it lies. */
export interface Sweep {
  readonly plan: SweepPlan;
  readonly base: TrainingBase;
  /** The absolute path of the plan. */
  readonly file: string;
  /** The folder of the runs: beside the plan, called as it is. */
  readonly folder: string;
}
