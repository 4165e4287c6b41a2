import { makeOptimizer, type WeightGroup } from "@minibatch/training";
import { type Optimizer, train } from "@tensorflow/tfjs-core";
import type { OptimizerOptions } from "./OptimizerOptions.ts";
import type { OptimizerName } from "./Recipe.ts";

/** What an optimizer takes beside its learning rate, and how it is made. */
interface OptimizerKind {
  /** The options that it takes. */
  readonly takes: readonly (keyof OptimizerOptions)[];
  /** Whether some weights may learn otherwise. */
  readonly grouped?: true;
  make(learningRate: number, options: OptimizerOptions, groups: readonly WeightGroup[]): Optimizer;
}

/** The optimizers by their names. */
export const optimizerKinds: Readonly<Record<OptimizerName, OptimizerKind>> = {
  sgd: {
    takes: ["momentum", "nesterov", "weightDecay"],
    grouped: true,
    make: (learningRate, { momentum = 0, ...options }, groups) =>
      momentum > 0 || needsOwn(options, groups)
        ? descend(learningRate, { momentum, ...options }, groups)
        : train.sgd(learningRate),
  },
  momentum: {
    takes: ["momentum", "nesterov", "weightDecay"],
    grouped: true,
    make: (learningRate, { momentum = 0.9, ...options }, groups) =>
      descend(learningRate, { momentum, ...options }, groups),
  },
  rmsprop: {
    takes: ["rho", "momentum", "epsilon", "centered"],
    make: (learningRate, { rho, momentum, epsilon, centered }) =>
      train.rmsprop(learningRate, rho, momentum, epsilon, centered),
  },
  adam: {
    takes: ["beta1", "beta2", "epsilon"],
    make: (learningRate, { beta1, beta2, epsilon }) => train.adam(learningRate, beta1, beta2, epsilon),
  },
  adadelta: {
    takes: ["rho", "epsilon"],
    make: (learningRate, { rho = 0.95, epsilon }) => train.adadelta(learningRate, rho, epsilon),
  },
  adamw: {
    takes: ["beta1", "beta2", "epsilon", "weightDecay"],
    make: (learningRate, { beta1, beta2, epsilon, weightDecay }) =>
      makeOptimizer("adamw", { learningRate, beta1, beta2, epsilon, weightDecay }),
  },
};

/** By tfjs' own optimizer where it has all that is asked for. */
function descend(
  learningRate: number,
  options: OptimizerOptions & { readonly momentum: number },
  groups: readonly WeightGroup[],
): Optimizer {
  const { momentum, nesterov, weightDecay } = options;
  return needsOwn(options, groups)
    ? makeOptimizer("sgd", { learningRate, momentum, nesterov, weightDecay, groups })
    : train.momentum(learningRate, momentum, nesterov);
}

function needsOwn({ weightDecay = 0 }: OptimizerOptions, groups: readonly WeightGroup[]): boolean {
  return weightDecay > 0 || groups.length > 0;
}
