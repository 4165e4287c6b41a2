import type { Experiment, RecipeExperiment, ResolvedSettings } from "@minibatch/recipes";
import type { TrainPlan } from "../train/TrainPlan.ts";
import { movedPath, movedTo, withSettings } from "./experimentFile.ts";

/**
 * What a plan trains as an experiment with all settings, for a file in a folder.
 *
 * @param folder what its paths are to start from
 */
export function experimentOf(
  { recipe, settings, own, module }: Pick<TrainPlan, "recipe" | "settings" | "own" | "module">,
  folder: string,
): Experiment | RecipeExperiment {
  if (own) return movedTo(withSettings(own.experiment, settings), own.folder, folder);
  if (module === undefined) return { recipe: recipe.name, settings: inUse(settings) };
  const { file, sha256 } = module;
  const path = movedPath(file, folder, folder);
  return { recipe: path, sha256, settings: inUse(settings) };
}

/** The settings without those that are not in use. */
function inUse(settings: ResolvedSettings): NonNullable<RecipeExperiment["settings"]> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
}
