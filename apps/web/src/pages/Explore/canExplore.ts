import type { StoredModel } from "../../storage/models.ts";
import type { StoredRun } from "../../storage/runs.ts";

/** Whether a run can be looked into: its network is here, tells classes apart, and its test set is one of this app, or pictures that are kept with it. */
export function canExplore(run: StoredRun, models: readonly StoredModel[]): boolean {
  const { data } = run.own ?? {};
  const isKept = run.test?.samples?.samples.some(({ pixels }) => pixels !== undefined) ?? false;
  return (
    run.status === "done" &&
    (data === undefined || isKept) &&
    run.result?.test.accuracy !== undefined &&
    models.some(({ id }) => id === run.id)
  );
}
