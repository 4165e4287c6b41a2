import { optimizerKinds } from "./optimizers/optimizerKinds.ts";
import { optimizerNames } from "./optimizers/optimizerNames.ts";
import { optimizerOptionsOf } from "./optimizerOptionsOf.ts";
import type { Recipe } from "./Recipe.ts";
import type { OptimizerName } from "./optimizers/optimizerNames.ts";
import { RecipeError } from "./RecipeError.ts";
import type { RecipeSettings } from "./RecipeSettings.ts";
import { requireOptimizerOptions } from "./requireOptimizerOptions.ts";
import { validates } from "./validates.ts";

/** The settings of a run, none left out; what is not in use is null. */
export interface ResolvedSettings {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly optimizer: OptimizerName;
  readonly momentum: number | null;
  readonly nesterov: boolean | null;
  readonly weightDecay: number | null;
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
    optimizer === schedule.optimizer ? schedule.learningRate : optimizerKinds[optimizer]?.learningRate;
  const options = optimizerOptionsOf(schedule, settings);
  const validated = validates(recipe, settings);
  const resolved: ResolvedSettings = {
    epochs: settings.epochs ?? schedule.epochs,
    batchSize: settings.batchSize ?? schedule.batchSize,
    learningRate: settings.learningRate ?? usualRate,
    optimizer,
    momentum: options.momentum ?? null,
    nesterov: options.nesterov ?? null,
    weightDecay: options.weightDecay ?? null,
    seed: settings.seed ?? schedule.seed ?? 1,
    limit: settings.limit ?? null,
    validationSplit: settings.validationSplit ?? null,
    earlyStopping: settings.earlyStopping ?? (validated ? schedule.earlyStopping : null) ?? null,
  };
  if (!optimizerNames.includes(resolved.optimizer)) {
    throw invalid("optimizer", `one of ${optimizerNames.join(", ")}`, resolved.optimizer);
  }
  requireOptimizerOptions(optimizer, options);
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
