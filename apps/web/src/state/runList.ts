import { type ReadonlySignal, signal } from "@preact/signals";
import { modelFiles, models } from "../storage/models.ts";
import { checkpoints, runs, type StoredRun } from "../storage/runs.ts";
import { withRun } from "./runLock.ts";

const list = signal<readonly StoredRun[]>([]);

/** The runs that this browser keeps, the newest first. */
export const runList: ReadonlySignal<readonly StoredRun[]> = list;

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
    await Promise.all([runs, checkpoints, models, modelFiles].map((store) => store.delete(id)));
  });
  await loadRunList();
  return isGone;
}
