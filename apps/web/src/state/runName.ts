import type { StoredRun } from "../storage/runs.ts";

/** What a run is called: as a person named it, else as its recipe is. */
export function runName({ name, recipe }: Pick<StoredRun, "name" | "recipe">): string {
  return name ?? recipe;
}
