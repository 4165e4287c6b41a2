import { experimentRecipe, type Recipe, resolveSettings } from "@minibatch/recipes";
import type { SweepEntry, SweepPlan } from "@minibatch/sweeps";
import { applySettings } from "./applySettings.ts";
import type { OpenedBase } from "./openBase.ts";

/**
 * Checks that each entry could start: its settings are ones, and its model can be made. What is wrong with the last of a hundred runs is
 * said now and not tonight.
 *
 * @throws {CliError} `INVALID_USAGE`
 * @throws {RecipeError} `INVALID_SETTING`
 */
export async function checkEntries({ entries }: SweepPlan, opened: OpenedBase): Promise<void> {
  const made = new Set<string>();
  for (const entry of entries) {
    const recipe = recipeOf(entry, opened);
    const { options } = applySettings(entry.settings, opened.base.experiment);
    const { seed } = resolveSettings(recipe, options);
    const paths = JSON.stringify(Object.entries(entry.settings).filter(([name]) => name.includes(".")));
    if (made.has(paths)) continue;
    made.add(paths);
    recipe.createModel(seed).dispose();
  }
}

function recipeOf({ settings }: SweepEntry, { base, recipe, dataset }: OpenedBase): Recipe {
  const { experiment } = applySettings(settings, base.experiment);
  return experiment === undefined ? recipe : experimentRecipe(experiment, dataset);
}
