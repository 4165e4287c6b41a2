import { computed, type ReadonlySignal } from "@preact/signals";
import { allModels } from "./modelList.ts";
import type { StoredRun } from "../storage/runs.ts";
import { type NumberedName, numberedNames } from "./numberedNames.ts";
import { remember, remembered } from "./remembered.ts";
import { allRuns } from "./runList.ts";
import { runName } from "./runName.ts";
import { training } from "./training.ts";

/** The run that is looked at, which may be too new to be in the list; apart, since it changes with every batch. */
const looked = computed(() => training.value?.run.id);

/** What each run and each model is called, by its id: those of the same name are numbered, on every page alike. */
const keptNames: ReadonlySignal<ReadonlyMap<string, NumberedName>> = computed(() => {
  const run = looked.value === undefined ? undefined : training.peek()?.run;
  const runs = allRuns.value;
  const isNew = run !== undefined && !runs.some(({ id }) => id === run.id);
  const named = [...runs, ...(isNew ? [run] : [])].map((each) => ({ ...each, name: runName(each) }));
  // A model has the id of its run.
  const alone = allModels.value.filter(({ id }) => !named.some((other) => other.id === id));
  return numberedNames([...named, ...alone], settledNumbers());
});

/** What a run or a model is called; of one that is not kept, the name that it has itself. */
export function keptName(
  kept: Partial<Pick<StoredRun, "name" | "recipe">> & { readonly id: string },
): string {
  const { id, name, recipe } = kept;
  return keptNames.value.get(id)?.text ?? name ?? recipe ?? id;
}

/** Has all but one keep their numbers when that one is deleted, or called something else. */
export function settleNames(except: string): void {
  const others = [...keptNames.value].filter(([id]) => id !== except);
  remember(settledName, JSON.stringify(Object.fromEntries(others.map(([id, { number }]) => [id, number]))));
}

const settledName = "run-numbers";

function settledNumbers(): Readonly<Record<string, number>> {
  try {
    return JSON.parse(remembered(settledName) ?? "{}") as Readonly<Record<string, number>>;
  } catch {
    return {};
  }
}
