import { closestName } from "@minibatch/datasets";
import type { PublishedRecipe } from "./Recipe.ts";
import { RecipeError } from "./RecipeError.ts";
import { recipes } from "./recipes.ts";

/**
 * Finds a recipe by its name.
 *
 * @throws {RecipeError} `UNKNOWN_RECIPE`, with the closest name or the whole list
 * @example
 * findRecipe("mnist-mlp-512").parameters; // 407050
 */
export function findRecipe(name: string): PublishedRecipe {
  const recipe = recipes.find((candidate) => candidate.name === name);
  if (recipe) return recipe;
  const names = recipes.map((candidate) => candidate.name);
  const guess = closestName(name, names);
  throw new RecipeError(
    "UNKNOWN_RECIPE",
    `There is no recipe "${name}". ${guess ? `Did you mean "${guess}"?` : `There are: ${names.join(", ")}.`}`,
  );
}
