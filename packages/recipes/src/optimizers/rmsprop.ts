import { train } from "@tensorflow/tfjs-core";
import type { OptimizerKind } from "./OptimizerKind.ts";

/** RMSProp, as Keras has it. */
export const rmsprop: OptimizerKind = {
  learningRate: 0.001,
  make: (learningRate, { rho, momentum, epsilon, centered }) =>
    train.rmsprop(learningRate, rho, momentum, epsilon, centered),
};
