import type { ModelDescription } from "../experiment/ModelDescription.ts";
import type { Schedule } from "../Recipe.ts";

/** How to train on a dataset, as data. */
export interface SuggestedTraining {
  readonly model: ModelDescription;
  readonly schedule: Schedule;
}
