import { type Optimizer, train } from "@tensorflow/tfjs-core";
import { TrainingError } from "../TrainingError.ts";
import { AdamW } from "./AdamW.ts";
import { Sgd, type WeightGroup } from "./Sgd.ts";

/** Options of {@link makeOptimizer} for `sgd`. */
export interface SgdOptions {
  readonly learningRate: number;
  /**
   * How much of the step before goes on, 0 to below 1.
   *
   * @default 0
   */
  readonly momentum?: number | undefined;
  /**
   * Whether the gradient is taken as if that part of the step were done (Nesterov).
   *
   * @default false
   */
  readonly nesterov?: boolean | undefined;
  /**
   * What share of itself, times the learning rate, each weight loses at each step, beside its gradient and not through it.
   *
   * @default 0
   */
  readonly weightDecay?: number | undefined;
  /**
   * Weights that learn otherwise; the first group whose pattern fits the name of a weight counts.
   *
   * @default all learn alike
   */
  readonly groups?: readonly WeightGroup[] | undefined;
}

/** Options of {@link makeOptimizer} for `adam` and `adamw`; the defaults are Keras'. */
export interface AdamOptions {
  readonly learningRate: number;
  /** @default 0.9 */
  readonly beta1?: number | undefined;
  /** @default 0.999 */
  readonly beta2?: number | undefined;
  /** @default 1e-7 */
  readonly epsilon?: number | undefined;
}

/** Options of {@link makeOptimizer} for `adamw`. */
export interface AdamWOptions extends AdamOptions {
  /**
   * What share of itself, times the learning rate, each weight loses at each step.
   *
   * @default 0.004
   */
  readonly weightDecay?: number | undefined;
}

/** The options of each optimizer that {@link makeOptimizer} knows. */
export interface MakeOptimizerOptions {
  readonly sgd: SgdOptions;
  readonly adam: AdamOptions;
  readonly adamw: AdamWOptions;
}

/**
 * Makes an optimizer with the options that tfjs' own lack: decoupled weight decay (Loshchilov and Hutter 2017, arXiv:1711.05101), and
 * groups of weights. Pass it to `model.compile`; checkpoints hold its state.
 *
 * The momentum is PyTorch's: gradients add up, and the sum times the rate of the step moves the weights.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for another name, or a value out of range
 * @example
 * const optimizer = makeOptimizer("sgd", { learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.0005 });
 * model.compile({ optimizer, loss: "sparseCategoricalCrossentropy" });
 */
export function makeOptimizer<Name extends keyof MakeOptimizerOptions>(
  name: Name,
  options: MakeOptimizerOptions[Name],
): Optimizer {
  const make = makers[name] as ((options: MakeOptimizerOptions[Name]) => Optimizer) | undefined;
  if (!make) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `The optimizer must be one of ${Object.keys(makers).join(", ")}, but it is ${name}.`,
    );
  }
  const { learningRate } = options;
  requireInside({ learningRate }, Number.MAX_VALUE);
  if (learningRate === 0) {
    throw new TrainingError("INVALID_ARGUMENT", "learningRate must be above 0, but it is 0.");
  }
  return make(options);
}

const makers: {
  readonly [Name in keyof MakeOptimizerOptions]: (options: MakeOptimizerOptions[Name]) => Optimizer;
} = {
  sgd({ learningRate, momentum = 0, nesterov = false, weightDecay = 0, groups = [] }) {
    requireInside({ momentum }, 1 - Number.EPSILON);
    requireInside({ weightDecay }, Number.MAX_VALUE);
    return new Sgd(learningRate, momentum, nesterov, weightDecay, groups);
  },
  adam(options) {
    const { learningRate, beta1, beta2, epsilon } = moments(options);
    return train.adam(learningRate, beta1, beta2, epsilon);
  },
  adamw({ weightDecay = 0.004, ...options }) {
    const { learningRate, beta1, beta2, epsilon } = moments(options);
    requireInside({ weightDecay }, Number.MAX_VALUE);
    return new AdamW(learningRate, beta1, beta2, epsilon, weightDecay);
  },
};

function moments({ learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }: AdamOptions) {
  requireInside({ beta1, beta2 }, 1 - Number.EPSILON);
  requireInside({ epsilon }, 1);
  return { learningRate, beta1, beta2, epsilon };
}

function requireInside(options: Readonly<Record<string, number>>, most: number): void {
  for (const [name, value] of Object.entries(options)) {
    if (value >= 0 && value <= most) continue;
    const range = most < 1 ? "from 0 to below 1" : "a finite number from 0";
    throw new TrainingError("INVALID_ARGUMENT", `${name} must be ${range}, but it is ${value}.`);
  }
}
