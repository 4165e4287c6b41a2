/**
 * The names of the optimizers, apart from what makes them: who lists them need not load TensorFlow.js.
 *
 * @example
 * optimizerNames.includes("adam"); // true
 */
export const optimizerNames = ["sgd", "momentum", "rmsprop", "adam", "adadelta", "adamw"] as const;

/** The optimizers that a recipe, or a person overriding one, can name. */
export type OptimizerName = (typeof optimizerNames)[number];
