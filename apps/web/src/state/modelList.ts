import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { isPutAway } from "./putAway.ts";
import { models, type StoredModel } from "../storage/models.ts";

const listed = signal(false);
const list = signal<readonly StoredModel[]>([]);

/** Those of {@link modelList}, and what was deleted a moment ago. */
export const allModels: ReadonlySignal<readonly StoredModel[]> = list;

/** The models that this browser keeps, the newest first. */
export const modelList: ReadonlySignal<readonly StoredModel[]> = computed(() =>
  list.value.filter(({ id }) => !isPutAway(id)),
);

/** Whether the list has been read at all: before, it is empty. */
export const modelsAreListed: ReadonlySignal<boolean> = listed;

/** Reads them anew. */
export async function loadModelList(): Promise<void> {
  const all = await models.list().catch(() => []);
  list.value = all.sort((a, b) => b.created - a.created);
  listed.value = true;
}
