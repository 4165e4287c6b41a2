import type { Experiment, RecipeExperiment, ResolvedSettings } from "@minibatch/recipes";
import type { TrainPlan } from "./TrainPlan.ts";
import { movedPath, movedTo, withSettings } from "../experiment/experimentFile.ts";

/**
 * What a plan trains as an experiment with all settings, for a file in a folder.
 *
 * @param folder what its paths are to start from
 */
export function experimentOf(
  {
    recipe,
    settings,
    own,
    module,
    start,
  }: Pick<TrainPlan, "recipe" | "settings" | "own" | "module" | "start">,
  folder: string,
): Experiment | RecipeExperiment {
  const from = start && { from: { ...start, model: movedPath(start.model, folder, folder) } };
  if (own) {
    const { from: _, ...experiment } = movedTo(withSettings(own.experiment, settings), own.folder, folder);
    return { ...experiment, ...from };
  }
  if (module === undefined) return { recipe: recipe.name, settings: inUse(settings), ...from };
  const { file, sha256 } = module;
  return { recipe: movedPath(file, folder, folder), sha256, settings: inUse(settings), ...from };
}

/** The settings without those that are not in use. */
function inUse(settings: ResolvedSettings): NonNullable<RecipeExperiment["settings"]> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
}
