import { train } from "@tensorflow/tfjs-core";
import { descend, needsOwn } from "./descend.ts";
import type { OptimizerKind } from "./OptimizerKind.ts";

/** Gradient descent, with momentum where that is asked for. */
export const sgd: OptimizerKind = {
  learningRate: 0.01,
  grouped: true,
  make: (learningRate, { momentum = 0, ...options }, groups) =>
    momentum > 0 || needsOwn(options, groups)
      ? descend(learningRate, { momentum, ...options }, groups)
      : train.sgd(learningRate),
};
