import { experimentRecipe, type Recipe, resolveSettings } from "@minibatch/recipes";
import type { SweepPlan } from "@minibatch/sweeps";
import { applySettings } from "./applySettings.ts";
import type { OpenedBase } from "./openBase.ts";

/**
 * Checks that each entry could start: its settings are ones, and its model can be made. What is wrong with the last of a hundred runs is
 * said now and not tonight.
 *
 * @throws {CliError} `INVALID_USAGE`
 * @throws {RecipeError} `INVALID_SETTING`
 */
export function checkEntries({ entries }: SweepPlan, { base, recipe }: OpenedBase): void {
  const made = new Set<string>();
  for (const { settings } of entries) {
    const { options, experiment } = applySettings(settings, base.experiment);
    const changed: Recipe = "recipe" in experiment ? recipe : experimentRecipe(experiment, recipe.dataset);
    const { seed } = resolveSettings(changed, options);
    // The model hangs on the paths of the experiment alone.
    const paths = JSON.stringify(Object.entries(settings).filter(([name]) => name.includes(".")));
    if (made.has(paths)) continue;
    made.add(paths);
    changed.createModel(seed).dispose();
  }
}
