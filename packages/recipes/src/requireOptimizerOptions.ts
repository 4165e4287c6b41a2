import type { OptimizerOptions } from "./OptimizerOptions.ts";
import { type OptimizerName, optimizerOptionNames } from "./optimizers/optimizerNames.ts";
import { RecipeError } from "./RecipeError.ts";

/**
 * Checks the options of an optimizer that there is.
 *
 * @throws {RecipeError} `INVALID_SETTING` for an option that it has not, that is out of its range, or that does nothing
 */
export function requireOptimizerOptions(name: OptimizerName, options: OptimizerOptions): void {
  const takes = optimizerOptionNames[name];
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined) continue;
    if (!(takes as readonly string[]).includes(option)) {
      throw invalid(`The optimizer ${name} has no option ${option}: it has ${takes.join(", ")}.`);
    }
    requireOption(option as keyof OptimizerOptions, value as number | boolean);
  }
  const { nesterov = false, momentum = name === "sgd" ? 0 : undefined } = options;
  if (nesterov && momentum === 0) {
    throw invalid(
      "nesterov takes the gradient ahead along the momentum, but there is none: give one, such as 0.9.",
    );
  }
}

function requireOption(option: keyof OptimizerOptions, value: number | boolean): void {
  if (option === "nesterov" || option === "centered") {
    if (typeof value !== "boolean") throw invalid(`${option} must be true or false, but it is ${value}.`);
    return;
  }
  const [fits, range] = ranges[option];
  if (typeof value === "number" && fits(value)) return;
  throw invalid(`${option} must be ${range}, but it is ${value}.`);
}

type Range = readonly [fits: (value: number) => boolean, words: string];

const share: Range = [(value) => value >= 0 && value < 1, "a number from 0 to below 1"];

const ranges: Readonly<Record<Exclude<keyof OptimizerOptions, "nesterov" | "centered">, Range>> = {
  momentum: share,
  rho: share,
  beta1: share,
  beta2: share,
  epsilon: [(value) => value > 0 && Number.isFinite(value), "a number above 0"],
  weightDecay: [(value) => value >= 0 && Number.isFinite(value), "a number from 0"],
};

function invalid(message: string): RecipeError {
  return new RecipeError("INVALID_SETTING", message);
}
