import { type Optimizer, train } from "@tensorflow/tfjs-core";
import type { OptimizerName } from "./Recipe.ts";
import { RecipeError } from "./RecipeError.ts";

const constructors: Record<OptimizerName, (learningRate: number) => Optimizer> = {
  sgd: (learningRate) => train.sgd(learningRate),
  momentum: (learningRate) => train.momentum(learningRate, 0.9),
  rmsprop: (learningRate) => train.rmsprop(learningRate),
  adam: (learningRate) => train.adam(learningRate),
  adadelta: (learningRate) => train.adadelta(learningRate, 0.95),
};

/**
 * The learning rates that suit the optimizers: Keras' defaults, but for Adadelta, where Keras' 0.001 hardly moves and the
 * paper (Zeiler 2012, arXiv:1212.5701) has 1.
 */
export const defaultLearningRates: Readonly<Record<OptimizerName, number>> = {
  sgd: 0.01,
  momentum: 0.01,
  rmsprop: 0.001,
  adam: 0.001,
  adadelta: 1,
};

/**
 * The names that {@link createOptimizer} takes.
 *
 * @example
 * optimizerNames.includes("adam"); // true
 */
export const optimizerNames: readonly OptimizerName[] = Object.keys(constructors) as OptimizerName[];

/**
 * Makes an optimizer with Keras' defaults but for the learning rate: momentum 0.9, Adadelta's rho 0.95.
 *
 * @throws {RecipeError} `INVALID_SETTING` for another name, or a rate that is not positive
 * @example
 * model.compile({ optimizer: createOptimizer("rmsprop", 0.001), loss: "meanSquaredError" });
 */
export function createOptimizer(name: OptimizerName, learningRate: number): Optimizer {
  if (!Object.hasOwn(constructors, name)) {
    throw new RecipeError(
      "INVALID_SETTING",
      `optimizer must be one of ${optimizerNames.join(", ")}, but it is ${name}.`,
    );
  }
  if (!(learningRate > 0 && Number.isFinite(learningRate))) {
    throw new RecipeError(
      "INVALID_SETTING",
      `learningRate must be a positive number, but it is ${learningRate}.`,
    );
  }
  return constructors[name](learningRate);
}
