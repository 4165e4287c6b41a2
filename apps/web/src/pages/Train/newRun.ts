import type { RecipeSettings } from "@minibatch/recipes";
import type { StoredRun } from "../../storage/runs.ts";

/** As much of a recipe's card as a run keeps. */
interface BegunRecipe {
  readonly name: string;
  readonly dataset: { readonly name: string };
}

/** A run that has not begun. */
export function newRun({ name, dataset }: BegunRecipe, settings: RecipeSettings): StoredRun {
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
