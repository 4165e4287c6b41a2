import type { OptimizerOptions } from "./OptimizerOptions.ts";
import type { Schedule } from "./Recipe.ts";
import type { RecipeSettings } from "./RecipeSettings.ts";

/**
 * The options that an optimizer is made with in a run: those of the schedule, where it is its optimizer, with the settings of the run in
 * their place.
 *
 * @example
 * optimizerOptionsOf(findRecipe("mnist-fast").schedule, { optimizer: "adam" }); // { beta1: 0.7, beta2: 0.9 }
 * optimizerOptionsOf(findRecipe("mnist-fast").schedule, { optimizer: "adamw", weightDecay: 0.01 }); // { weightDecay: 0.01 }
 */
export function optimizerOptionsOf(
  schedule: Pick<Schedule, "optimizer" | "optimizerOptions">,
  settings: Pick<RecipeSettings, "optimizer" | "momentum" | "nesterov" | "weightDecay">,
): OptimizerOptions {
  const { optimizer = schedule.optimizer, momentum, nesterov, weightDecay } = settings;
  const given = Object.entries({ momentum, nesterov, weightDecay }).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  return {
    ...(optimizer === schedule.optimizer && schedule.optimizerOptions),
    ...(Object.fromEntries(given) as OptimizerOptions),
  };
}
