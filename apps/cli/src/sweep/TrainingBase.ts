import type { BackendName } from "@minibatch/backends";
import type { Experiment, RecipeExperiment } from "@minibatch/recipes";
import type { SweepBase } from "@minibatch/sweeps";

/** What all entries of a sweep have in common, as this command writes it into a plan. */
export interface TrainingBase {
  /** The version that made the plan: another one may come to other results. */
  readonly minibatch: string;
  /** What computes; named, so that it is the same on every machine. */
  readonly backend: BackendName;
  /** What is trained, and how; its paths start from the folder of the plan. */
  readonly experiment: Experiment | RecipeExperiment;
  /** SHA-256 over the files of one's own: other data, or another module, are another sweep. */
  readonly data?: string;
}

/** The same as a package that knows nothing of recipes takes it. */
export function asBase(base: TrainingBase): SweepBase {
  return JSON.parse(JSON.stringify(base)) as SweepBase;
}
