import type { RecipeSettings } from "@minibatch/recipes";
import type { StoredRun } from "../../storage/runs.ts";
import type { RecipeCard } from "../../worker/commands/listRecipes.ts";

/** A run that has not begun. */
export function newRun({ name, dataset }: RecipeCard, settings: RecipeSettings): StoredRun {
  const created = Date.now();
  return {
    id: `${name}-${created.toString(36)}`,
    created,
    status: "running",
    recipe: name,
    dataset: dataset.name,
    backend: "",
    device: "",
    settings,
    history: { loss: [] },
    trainSamples: 0,
  };
}
