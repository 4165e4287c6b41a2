import { makeOptimizer } from "@minibatch/training";
import type { OptimizerKind } from "./OptimizerKind.ts";

/** Adam with decoupled weight decay. */
export const adamw: OptimizerKind = {
  learningRate: 0.001,
  make: (learningRate, { beta1, beta2, epsilon, weightDecay }) =>
    makeOptimizer("adamw", { learningRate, beta1, beta2, epsilon, weightDecay }),
};
