import { writeFileSync } from "node:fs";
import {
  type Experiment,
  experimentSchemaUrl,
  type RecipeExperiment,
  type ResolvedSettings,
} from "@minibatch/recipes";
import { jsonText } from "../run/jsonText.ts";
import type { TrainPlan } from "../train/TrainPlan.ts";
import { experimentFile, movedPath, movedTo, withSettings } from "./experimentFile.ts";

/**
 * Writes into a run folder what made the run; synchronous, as the folder is claimed when training starts.
 *
 * @param backend what computes, by its name
 */
export function writeExperiment(plan: TrainPlan, backend: string, runFolder: string): void {
  const { $schema: _, ...made } = experimentOf(plan, runFolder);
  writeFileSync(experimentFile(runFolder), jsonText({ $schema: experimentSchemaUrl, ...made, backend }));
}

function experimentOf(
  { recipe, settings, own, module }: TrainPlan,
  runFolder: string,
): Experiment | RecipeExperiment {
  if (own) return movedTo(withSettings(own.experiment, settings), own.folder, runFolder);
  if (module === undefined) return { recipe: recipe.name, settings: inUse(settings) };
  const { file, sha256 } = module;
  const path = movedPath(file, runFolder, runFolder);
  return { recipe: path, sha256, settings: inUse(settings) };
}

/** The settings without those that are not in use. */
function inUse(settings: ResolvedSettings): NonNullable<RecipeExperiment["settings"]> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
}
