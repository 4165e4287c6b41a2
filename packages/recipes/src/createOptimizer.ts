import type { WeightGroup } from "@minibatch/training";
import type { Optimizer } from "@tensorflow/tfjs-core";
import { optimizerKinds } from "./optimizers/optimizerKinds.ts";
import { type OptimizerName, optimizerNames } from "./optimizers/optimizerNames.ts";
import type { OptimizerOptions } from "./OptimizerOptions.ts";
import { RecipeError } from "./RecipeError.ts";
import { requireOptimizerOptions } from "./requireOptimizerOptions.ts";

/**
 * Makes an optimizer with Keras' defaults but for the learning rate: momentum 0.9, Adadelta's rho 0.95.
 *
 * @param groups weights that learn otherwise, for `sgd` and `momentum`
 * @throws {RecipeError} `INVALID_SETTING` for another name, a rate that is not positive, an option that it has not or that is out
 *   of its range, or groups that it has not
 * @example
 * model.compile({ optimizer: createOptimizer("rmsprop", 0.001), loss: "meanSquaredError" });
 */
export function createOptimizer(
  name: OptimizerName,
  learningRate: number,
  options: OptimizerOptions = {},
  groups: readonly WeightGroup[] = [],
): Optimizer {
  if (!Object.hasOwn(optimizerKinds, name)) {
    throw invalid(`optimizer must be one of ${optimizerNames.join(", ")}, but it is ${name}.`);
  }
  if (!(learningRate > 0 && Number.isFinite(learningRate))) {
    throw invalid(`learningRate must be a positive number, but it is ${learningRate}.`);
  }
  requireOptimizerOptions(name, options);
  const kind = optimizerKinds[name];
  if (groups.length > 0 && !kind.grouped) {
    throw invalid(
      `By the optimizer ${name} all weights learn alike: take sgd or momentum for groups of them.`,
    );
  }
  return kind.make(learningRate, options, groups);
}

function invalid(message: string): RecipeError {
  return new RecipeError("INVALID_SETTING", message);
}
