import { type Optimizer, train } from "@tensorflow/tfjs-core";
import type { OptimizerName } from "./Recipe.ts";

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
 * @example
 * model.compile({ optimizer: createOptimizer("rmsprop", 0.001), loss: "meanSquaredError" });
 */
export function createOptimizer(name: OptimizerName, learningRate: number): Optimizer {
  return constructors[name](learningRate);
}
