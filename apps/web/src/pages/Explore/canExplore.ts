import type { StoredModel } from "../../storage/models.ts";
import type { StoredRun } from "../../storage/runs.ts";

/** Whether a run can be looked into: its network is here, tells classes apart, and its test set is one of this app. */
export function canExplore(run: StoredRun, models: readonly StoredModel[]): boolean {
  return (
    run.status === "done" &&
    !run.own?.data &&
    run.result?.test.accuracy !== undefined &&
    models.some(({ id }) => id === run.id)
  );
}
