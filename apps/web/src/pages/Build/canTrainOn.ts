import type { StoredModel } from "../../storage/models.ts";
import type { StoredRun } from "../../storage/runs.ts";

/** Whether a run can be gone on from in Build: its network is here, and tells images or points apart. */
export function canTrainOn(run: StoredRun, models: readonly StoredModel[]): boolean {
  return (
    run.result?.confusionMatrix !== undefined &&
    run.own?.data?.kind !== "table" &&
    models.some(({ id }) => id === run.id)
  );
}
