import type { StoredRun } from "../storage/runs.ts";
import type { FollowedRun } from "./FollowedRun.ts";
import type { OwnTraining } from "./ownTraining.ts";
import { recipeCard } from "./recipeCards.ts";

/** How many epochs a run is to have, as far as is known. */
export function epochsOf({ recipe, settings, history }: StoredRun): number {
  return settings.epochs ?? recipeCard(recipe)?.schedule.epochs ?? history.loss.length;
}

/** How much of a run is done, 0 to 1; `undefined` while that is not known. */
export function doneShare({ status, run, batch }: FollowedRun): number | undefined {
  const epochs = epochsOf(run);
  if (status === "done") return 1;
  if (status === "starting" || status === "loading") return undefined;
  if (batch) return epochs > 0 ? (batch.epoch - 1 + batch.batch / batch.batches) / epochs : undefined;
  return epochs > 0 ? run.history.loss.length / epochs : 0;
}

/** How much of a run on data of one's own is done, 0 to 1; `undefined` while that is not known. */
export function ownShare({ status, looked, batch, epochs = 1 }: OwnTraining): number | undefined {
  // What comes between the last picture and the first batch has no share.
  if (status === "looking") return looked === 1 ? undefined : looked;
  if (status !== "training") return undefined;
  return batch ? (batch.epoch - 1 + batch.batch / batch.batches) / epochs : 0;
}
