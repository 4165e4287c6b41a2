import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { modelFiles, models } from "../storage/models.ts";
import { checkpoints, epochFiles, runs, type StoredRun } from "../storage/runs.ts";
import { loadModelList } from "./modelList.ts";
import { isPutAway } from "./putAway.ts";
import { withRun } from "./runLock.ts";
import { renameShown } from "./training.ts";

const list = signal<readonly StoredRun[]>([]);

/** Those of {@link runList}, and what was deleted a moment ago. */
export const allRuns: ReadonlySignal<readonly StoredRun[]> = list;

/** The runs that this browser keeps, the newest first. */
export const runList: ReadonlySignal<readonly StoredRun[]> = computed(() =>
  list.value.filter(({ id }) => !isPutAway(id)),
);

/** Reads them anew. */
export async function loadRunList(): Promise<void> {
  const all = await runs.list().catch(() => []);
  list.value = all.sort((a, b) => b.created - a.created);
}

/**
 * Deletes a run, with its checkpoint and its model.
 *
 * @returns whether it is gone: not while another tab trains it
 */
export async function deleteRun(id: string): Promise<boolean> {
  const isGone = await withRun(id, async () => {
    await Promise.all([runs, checkpoints, models, modelFiles, epochFiles].map((store) => store.delete(id)));
  });
  await Promise.all([loadRunList(), loadModelList()]);
  return isGone;
}

/**
 * Calls a run, and the model that it ended with, something else.
 *
 * @returns whether it is called so: not while another tab trains it, which would write the old name again
 */
export async function renameRun(id: string, name: string): Promise<boolean> {
  const isDone = await withRun(id, async () => {
    const [run, model] = await Promise.all([runs.get(id), models.get(id)]);
    if (run) await runs.put(id, { ...run, name });
    if (model) await models.put(id, { ...model, name });
    renameShown(id, name);
  });
  await Promise.all([loadRunList(), loadModelList()]);
  return isDone;
}
