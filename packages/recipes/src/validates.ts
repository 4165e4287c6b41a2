import type { Recipe } from "./Recipe.ts";
import type { RecipeSettings } from "./RecipeSettings.ts";

/** Whether anything is validated on: not where all rows are trained on. */
export function validates(
  { schedule: { validation } }: Recipe,
  { validationSplit }: Pick<RecipeSettings, "validationSplit">,
): boolean {
  const fraction = validationSplit ?? ("lastFraction" in validation ? validation.lastFraction : undefined);
  return fraction !== 0;
}
