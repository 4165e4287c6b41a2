import type { OptimizerOptions } from "../OptimizerOptions.ts";

/**
 * The names of the optimizers, apart from what makes them: who lists them need not load TensorFlow.js.
 *
 * @example
 * optimizerNames.includes("adam"); // true
 */
export const optimizerNames = ["sgd", "momentum", "rmsprop", "adam", "adadelta", "adamw"] as const;

/** The optimizers that a recipe, or a person overriding one, can name. */
export type OptimizerName = (typeof optimizerNames)[number];

/**
 * The options that each optimizer takes beside its learning rate.
 *
 * @example
 * optimizerOptionNames.adamw.includes("weightDecay"); // true
 */
export const optimizerOptionNames: Readonly<Record<OptimizerName, readonly (keyof OptimizerOptions)[]>> = {
  sgd: ["momentum", "nesterov", "weightDecay"],
  momentum: ["momentum", "nesterov", "weightDecay"],
  rmsprop: ["rho", "momentum", "epsilon", "centered"],
  adam: ["beta1", "beta2", "epsilon"],
  adadelta: ["rho", "epsilon"],
  adamw: ["beta1", "beta2", "epsilon", "weightDecay"],
};
