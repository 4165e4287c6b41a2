import { type Optimizer, train } from "@tensorflow/tfjs-core";
import type { OptimizerName } from "./Recipe.ts";

const constructors: Record<OptimizerName, (learningRate: number) => Optimizer> = {
  sgd: (learningRate) => train.sgd(learningRate),
  momentum: (learningRate) => train.momentum(learningRate, 0.9),
  rmsprop: (learningRate) => train.rmsprop(learningRate),
  adam: (learningRate) => train.adam(learningRate),
  adadelta: (learningRate) => train.adadelta(learningRate, 0.95),
};

/** The names that {@link createOptimizer} takes. */
export const optimizerNames: readonly OptimizerName[] = Object.keys(constructors) as OptimizerName[];

/** Makes an optimizer with Keras' defaults but for the learning rate: momentum 0.9, Adadelta's rho 0.95. */
export function createOptimizer(name: OptimizerName, learningRate: number): Optimizer {
  return constructors[name](learningRate);
}
