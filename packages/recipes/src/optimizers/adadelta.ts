import { train } from "@tensorflow/tfjs-core";
import type { OptimizerKind } from "./OptimizerKind.ts";

/** Adadelta, at the rate of its paper (Zeiler 2012, arXiv:1212.5701): Keras' 0.001 hardly moves. */
export const adadelta: OptimizerKind = {
  learningRate: 1,
  make: (learningRate, { rho = 0.95, epsilon }) => train.adadelta(learningRate, rho, epsilon),
};
