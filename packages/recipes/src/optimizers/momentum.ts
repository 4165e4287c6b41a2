import { descend } from "./descend.ts";
import type { OptimizerKind } from "./OptimizerKind.ts";

/** Gradient descent with momentum. */
export const momentum: OptimizerKind = {
  learningRate: 0.01,
  grouped: true,
  make: (learningRate, { momentum = 0.9, ...options }, groups) =>
    descend(learningRate, { momentum, ...options }, groups),
};
