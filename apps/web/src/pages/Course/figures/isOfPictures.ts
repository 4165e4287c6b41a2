import type { StoredModel } from "../../../storage/models.ts";
import type { StoredRun } from "../../../storage/runs.ts";
import { canExplore } from "../../Explore/canExplore.ts";

/** Whether a run's network is here, with pictures that it was tested with. */
export function isOfPictures(run: StoredRun, models: readonly StoredModel[]): boolean {
  return canExplore(run, models) && run.own?.points === undefined;
}
