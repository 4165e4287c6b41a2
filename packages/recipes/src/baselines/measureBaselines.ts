import type { Recipe } from "../Recipe.ts";
import { takeColumns } from "../takeColumns.ts";
import type { TrainRecipeOptions } from "../trainRecipe.ts";
import type { Baseline } from "./Baseline.ts";
import { constantBaseline } from "./constantBaseline.ts";
import { linearBaseline } from "./linearBaseline.ts";

/**
 * Measures what simple answers reach on a recipe's test set: one answer for every row, and a linear model, which takes some seconds to train.
 *
 * Of pictures with values there is the one answer alone, and nothing where there are several targets for each row.
 *
 * @param options of `trainRecipe`: the seed, the limit and where data come from
 * @throws what loading and training throw
 * @example
 * await measureBaselines(recipe, { seed: 1 }); // [{ name: 'always "cat"', accuracy: 0.43 }, { name: "linear model", accuracy: 0.71 }]
 */
export async function measureBaselines(
  recipe: Recipe,
  options: TrainRecipeOptions = {},
): Promise<readonly Baseline[]> {
  const { dataset, task = dataset.task } = recipe;
  const { mirror, offline, cache, signal, limit } = options;
  const loaded = await dataset.load({
    mirror,
    offline,
    cache,
    signal,
    ...(limit && { limit: { train: limit } }),
  });
  const data = recipe.features ? takeColumns(loaded, dataset, recipe.features) : loaded;
  const { x, y } = data.train;
  if (y.shape.length !== 1) return [];
  const constant = constantBaseline(dataset, task, data);
  // A line through values takes a matrix of all inputs by all inputs, which pictures have too many of.
  if (task === "regression" && x.shape.length !== 2) return [constant];
  return [constant, await linearBaseline(recipe, data, options)];
}
