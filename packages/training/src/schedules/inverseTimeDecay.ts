import { requirePositive } from "./requirePositive.ts";
import type { LearningRateSchedule } from "./LearningRateSchedule.ts";

/** Options of {@link inverseTimeDecay}. */
export interface InverseTimeDecayOptions {
  /** The rate of the first step. */
  readonly initialLearningRate: number;
  /** How fast the rate falls: after `decaySteps / decayRate` steps it is half of the initial one. */
  readonly decayRate: number;
  /**
   * The steps that `decayRate` is for. 1 makes it the `decay` argument that the optimizers of Keras 2 had.
   *
   * @default 1
   */
  readonly decaySteps?: number | undefined;
  /**
   * Whether the rate falls in stairs, every `decaySteps` steps, and not a little at every step.
   *
   * @default false
   */
  readonly staircase?: boolean | undefined;
}

/**
 * Lowers the learning rate fast at first and ever more slowly: `initial / (1 + decayRate * step / decaySteps)`, as Keras'
 * `InverseTimeDecay`.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for what is not above 0
 * @example
 * inverseTimeDecay({ initialLearningRate: 0.1, decayRate: 0.01 })(100, 0); // 0.05
 */
export function inverseTimeDecay(options: InverseTimeDecayOptions): LearningRateSchedule {
  const { initialLearningRate, decayRate, decaySteps = 1, staircase = false } = options;
  requirePositive({ initialLearningRate, decayRate, decaySteps });
  return (step) => {
    const periods = step / decaySteps;
    return initialLearningRate / (1 + decayRate * (staircase ? Math.floor(periods) : periods));
  };
}
