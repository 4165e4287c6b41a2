import type { BackendName } from "@minibatch/backends";
import { estimateTraining, findRecipe, type RecipeSettings, resolveSettings } from "@minibatch/recipes";
import type { Command } from "../Command.ts";
import { startChosenBackend } from "../startChosenBackend.ts";

/** Which run is asked about. */
export interface EstimateInput {
  readonly recipe: string;
  readonly settings: RecipeSettings;
  readonly backend: BackendName;
}

/** Measures a few batches, and gives how many seconds all epochs will take. */
export const estimateRecipe: Command<EstimateInput, number> = async (
  { recipe: name, settings, backend },
  { signal },
) => {
  await startChosenBackend(backend);
  const recipe = findRecipe(name);
  const { seconds } = await estimateTraining(recipe, resolveSettings(recipe, settings), { signal });
  return seconds;
};
