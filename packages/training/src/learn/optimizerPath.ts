import { TrainingError } from "../TrainingError.ts";

/** The rules of {@link optimizerPath}. */
export type OptimizerRule = "sgd" | "momentum" | "rmsprop" | "adam";

/** Options of {@link optimizerPath}. */
export interface OptimizerPathOptions {
  readonly rule: OptimizerRule;
  /** The weights before the first step. */
  readonly start: readonly number[];
  /** Above 0. */
  readonly learningRate: number;
  /** How many steps are made; fewer when a weight is no longer finite. */
  readonly steps: number;
}

/** What keeps a division from being by 0: tfjs' own. */
const epsilon = 1e-7;
/** How much of the running means a step keeps: tfjs' and Keras' defaults. */
const [momentum, decay, beta1, beta2] = [0.9, 0.9, 0.9, 0.999];

/** Changes one weight's running means in place, and gives its step before the learning rate. */
type Rule = (gradient: number, means: { first: number; second: number }, step: number) => number;

const rules: Readonly<Record<OptimizerRule, Rule>> = {
  sgd: (gradient) => gradient,
  momentum(gradient, means) {
    means.first = momentum * means.first + gradient;
    return means.first;
  },
  rmsprop(gradient, means) {
    means.second = decay * means.second + (1 - decay) * gradient ** 2;
    return gradient / Math.sqrt(means.second + epsilon);
  },
  adam(gradient, means, step) {
    means.first = beta1 * means.first + (1 - beta1) * gradient;
    means.second = beta2 * means.second + (1 - beta2) * gradient ** 2;
    const first = means.first / (1 - beta1 ** step);
    const second = means.second / (1 - beta2 ** step);
    return first / (Math.sqrt(second) + epsilon);
  },
};

/**
 * The way of weights down a loss by the rule of an optimizer, with the defaults of tfjs: momentum 0.9, RMSProp's decay 0.9, Adam's 0.9 and
 * 0.999.
 *
 * @param gradient of the loss at weights, one number for each
 * @returns the weights at the start and after each step
 * @throws {TrainingError} `INVALID_ARGUMENT` for a rate that is not above 0
 * @example
 * optimizerPath(([w]) => [2 * w], { rule: "sgd", start: [4], learningRate: 0.25, steps: 2 }); // [[4], [2], [1]]
 */
export function optimizerPath(
  gradient: (weights: readonly number[]) => readonly number[],
  { rule, start, learningRate, steps }: OptimizerPathOptions,
): (readonly number[])[] {
  if (!(learningRate > 0)) {
    throw new TrainingError("INVALID_ARGUMENT", `learningRate must be above 0, but it is ${learningRate}.`);
  }
  const means = start.map(() => ({ first: 0, second: 0 }));
  const path: (readonly number[])[] = [start];
  let weights = start;
  for (let step = 1; step <= steps; step += 1) {
    const slopes = gradient(weights);
    weights = weights.map((weight, at) => {
      const mean = means[at] ?? { first: 0, second: 0 };
      return weight - learningRate * rules[rule](slopes[at] ?? 0, mean, step);
    });
    if (!weights.every(Number.isFinite)) break;
    path.push(weights);
  }
  return path;
}
