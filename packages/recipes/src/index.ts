export { createOptimizer, optimizerNames } from "./createOptimizer.ts";
export { findRecipe } from "./findRecipe.ts";
export type { OptimizerName, PublishedResult, Recipe, Schedule, Validation } from "./Recipe.ts";
export { RecipeError, type RecipeErrorCode } from "./RecipeError.ts";
export { recipes } from "./recipes.ts";
export type { RecipeSettings, ResolvedSettings } from "./resolveSettings.ts";
export { type RecipeEvent, type RecipeResult, type TrainRecipeOptions, trainRecipe } from "./trainRecipe.ts";
