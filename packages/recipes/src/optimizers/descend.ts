import { makeOptimizer, type WeightGroup } from "@minibatch/training";
import { type Optimizer, train } from "@tensorflow/tfjs-core";
import type { OptimizerOptions } from "../OptimizerOptions.ts";

/** By tfjs' own optimizer where it has all that is asked for. */
export function descend(
  learningRate: number,
  options: OptimizerOptions & { readonly momentum: number },
  groups: readonly WeightGroup[],
): Optimizer {
  const { momentum, nesterov, weightDecay } = options;
  return needsOwn(options, groups)
    ? makeOptimizer("sgd", { learningRate, momentum, nesterov, weightDecay, groups })
    : train.momentum(learningRate, momentum, nesterov);
}

/** Whether it takes what tfjs' own optimizers lack. */
export function needsOwn({ weightDecay = 0 }: OptimizerOptions, groups: readonly WeightGroup[]): boolean {
  return weightDecay > 0 || groups.length > 0;
}
