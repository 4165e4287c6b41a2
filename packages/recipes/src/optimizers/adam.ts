import { train } from "@tensorflow/tfjs-core";
import type { OptimizerKind } from "./OptimizerKind.ts";

/** Adam, as Keras has it. */
export const adam: OptimizerKind = {
  learningRate: 0.001,
  make: (learningRate, { beta1, beta2, epsilon }) => train.adam(learningRate, beta1, beta2, epsilon),
};
