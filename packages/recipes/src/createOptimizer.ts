import { makeOptimizer, type WeightGroup } from "@minibatch/training";
import { type Optimizer, train } from "@tensorflow/tfjs-core";
import type { OptimizerOptions } from "./OptimizerOptions.ts";
import type { OptimizerName } from "./Recipe.ts";
import { RecipeError } from "./RecipeError.ts";

interface Kind {
  /** The options that it takes. */
  readonly takes: readonly (keyof OptimizerOptions)[];
  readonly make: (
    learningRate: number,
    options: OptimizerOptions,
    groups: readonly WeightGroup[],
  ) => Optimizer;
}

const kinds: Record<OptimizerName, Kind> = {
  sgd: { takes: [], make: (learningRate) => train.sgd(learningRate) },
  momentum: {
    takes: ["momentum", "nesterov", "weightDecay"],
    make: (learningRate, { momentum = 0.9, nesterov, weightDecay = 0 }, groups) =>
      weightDecay > 0 || groups.length > 0
        ? makeOptimizer("sgd", { learningRate, momentum, nesterov, weightDecay, groups })
        : train.momentum(learningRate, momentum, nesterov),
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

/**
 * The learning rates that suit the optimizers: Keras' defaults, but for Adadelta, where Keras' 0.001 hardly moves and the
 * paper (Zeiler 2012, arXiv:1212.5701) has 1.
 */
export const defaultLearningRates: Readonly<Record<OptimizerName, number>> = {
  sgd: 0.01,
  momentum: 0.01,
  rmsprop: 0.001,
  adam: 0.001,
  adadelta: 1,
  adamw: 0.001,
};

/**
 * The names that {@link createOptimizer} takes.
 *
 * @example
 * optimizerNames.includes("adam"); // true
 */
export const optimizerNames: readonly OptimizerName[] = Object.keys(kinds) as OptimizerName[];

/**
 * Makes an optimizer with Keras' defaults but for the learning rate: momentum 0.9, Adadelta's rho 0.95.
 *
 * @param groups weights that learn otherwise, for `momentum`
 * @throws {RecipeError} `INVALID_SETTING` for another name, a rate that is not positive, or an option that it has not or that is out
 *   of its range
 * @example
 * model.compile({ optimizer: createOptimizer("rmsprop", 0.001), loss: "meanSquaredError" });
 */
export function createOptimizer(
  name: OptimizerName,
  learningRate: number,
  options: OptimizerOptions = {},
  groups: readonly WeightGroup[] = [],
): Optimizer {
  if (!Object.hasOwn(kinds, name)) {
    throw invalid(`optimizer must be one of ${optimizerNames.join(", ")}, but it is ${name}.`);
  }
  if (!(learningRate > 0 && Number.isFinite(learningRate))) {
    throw invalid(`learningRate must be a positive number, but it is ${learningRate}.`);
  }
  const { takes, make } = kinds[name];
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (!(takes as readonly string[]).includes(option)) {
      const own = takes.length === 0 ? "it has none" : `it has ${takes.join(", ")}`;
      throw invalid(`The optimizer ${name} has no option ${option}: ${own}.`);
    }
    requireOption(option as keyof OptimizerOptions, value as number | boolean);
  }
  return make(learningRate, options, groups);
}

function requireOption(option: keyof OptimizerOptions, value: number | boolean): void {
  if (option === "nesterov" || option === "centered") {
    if (typeof value !== "boolean") throw invalid(`${option} must be true or false, but it is ${value}.`);
    return;
  }
  if (option === "weightDecay") {
    if (typeof value === "number" && value >= 0 && Number.isFinite(value)) return;
    throw invalid(`weightDecay must be a number from 0, but it is ${value}.`);
  }
  const right =
    option === "epsilon"
      ? Number(value) > 0 && Number.isFinite(value)
      : typeof value === "number" && value >= 0 && value < 1;
  if (right) return;
  const range = option === "epsilon" ? "a number above 0" : "a number from 0 to below 1";
  throw invalid(`${option} must be ${range}, but it is ${value}.`);
}

function invalid(message: string): RecipeError {
  return new RecipeError("INVALID_SETTING", message);
}
