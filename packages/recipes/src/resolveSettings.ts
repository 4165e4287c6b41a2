import { defaultLearningRates, optimizerNames } from "./createOptimizer.ts";
import type { OptimizerName, Recipe } from "./Recipe.ts";
import { RecipeError } from "./RecipeError.ts";
import { validates } from "./validates.ts";

/** What can be changed about a recipe; what is left out is as the recipe has it. */
export interface RecipeSettings {
  readonly epochs?: number | undefined;
  readonly batchSize?: number | undefined;
  /**
   * The step size of the optimizer.
   *
   * @default that of the recipe, or the optimizer's own when `optimizer` names another one
   */
  readonly learningRate?: number | undefined;
  readonly optimizer?: OptimizerName | undefined;
  /**
   * Fixes the initial weights, the order of the samples, how they are augmented, and the dropout masks.
   *
   * @default that of the recipe, mostly 1
   */
  readonly seed?: number | undefined;
  /** Trains on the first so many training samples only; the test set stays whole, so that results compare. */
  readonly limit?: number | null | undefined;
  /**
   * The last fraction of the training set, held back for validation; 0 trains on all of it and validates on nothing.
   *
   * @default what the recipe validates on
   */
  readonly validationSplit?: number | null | undefined;
  /**
   * Ends training when the validation loss was not better than its best for so many epochs, and takes the weights of the
   * best epoch.
   *
   * @default that of the recipe, where there is validation; mostly none, and training goes on to its last epoch
   */
  readonly earlyStopping?: number | null | undefined;
}

/** The settings of a run, none left out; what is not in use is null. */
export interface ResolvedSettings {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly optimizer: OptimizerName;
  readonly seed: number;
  readonly limit: number | null;
  readonly validationSplit: number | null;
  readonly earlyStopping: number | null;
}

/**
 * Fills settings up with those of the recipe.
 *
 * @throws {RecipeError} `INVALID_SETTING`
 * @example
 * resolveSettings(findRecipe("mnist-mlp-512"), { epochs: 1 }).batchSize; // 128
 */
export function resolveSettings(recipe: Recipe, settings: RecipeSettings): ResolvedSettings {
  const { schedule } = recipe;
  const optimizer = settings.optimizer ?? schedule.optimizer;
  const usualRate =
    optimizer === schedule.optimizer ? schedule.learningRate : defaultLearningRates[optimizer];
  const validated = validates(recipe, settings);
  const resolved: ResolvedSettings = {
    epochs: settings.epochs ?? schedule.epochs,
    batchSize: settings.batchSize ?? schedule.batchSize,
    learningRate: settings.learningRate ?? usualRate,
    optimizer,
    seed: settings.seed ?? schedule.seed ?? 1,
    limit: settings.limit ?? null,
    validationSplit: settings.validationSplit ?? null,
    earlyStopping: settings.earlyStopping ?? (validated ? schedule.earlyStopping : null) ?? null,
  };
  if (!optimizerNames.includes(resolved.optimizer)) {
    throw invalid("optimizer", `one of ${optimizerNames.join(", ")}`, resolved.optimizer);
  }
  requirePositiveInteger("epochs", resolved.epochs);
  requirePositiveInteger("batchSize", resolved.batchSize);
  if (resolved.limit !== null) requirePositiveInteger("limit", resolved.limit);
  if (resolved.earlyStopping !== null) {
    requirePositiveInteger("earlyStopping", resolved.earlyStopping);
    if (!validated) {
      throw new RecipeError(
        "INVALID_SETTING",
        "earlyStopping looks at the validation loss, but with validationSplit 0 there is none. Leave one of them out.",
      );
    }
  }
  if (!Number.isSafeInteger(resolved.seed)) throw invalid("seed", "an integer", resolved.seed);
  if (!(resolved.learningRate > 0 && Number.isFinite(resolved.learningRate))) {
    throw invalid("learningRate", "a positive number", resolved.learningRate);
  }
  const { validationSplit } = resolved;
  if (validationSplit !== null && !(validationSplit >= 0 && validationSplit < 1)) {
    throw invalid("validationSplit", "at least 0 and less than 1", validationSplit);
  }
  return resolved;
}

function requirePositiveInteger(name: string, value: number): void {
  if (!(Number.isSafeInteger(value) && value > 0)) throw invalid(name, "a positive integer", value);
}

function invalid(name: string, expected: string, value: unknown): RecipeError {
  return new RecipeError("INVALID_SETTING", `${name} must be ${expected}, but it is ${String(value)}.`);
}
