import { requirePositive } from "./requirePositive.ts";
import type { LearningRateSchedule } from "./LearningRateSchedule.ts";

/** Options of {@link exponentialDecay}. */
export interface ExponentialDecayOptions {
  /** The rate of the first step. */
  readonly initialLearningRate: number;
  /** After how many steps `decayRate` has come into effect once. */
  readonly decaySteps: number;
  /** What the rate is multiplied with every `decaySteps` steps. */
  readonly decayRate: number;
  /**
   * Whether the rate falls in stairs, every `decaySteps` steps, and not a little at every step.
   *
   * @default false
   */
  readonly staircase?: boolean | undefined;
}

/**
 * Lowers the learning rate by the same factor again and again: `initial * decayRate ** (step / decaySteps)`, as Keras'
 * `ExponentialDecay`.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for what is not above 0
 * @example
 * exponentialDecay({ initialLearningRate: 0.1, decaySteps: 100, decayRate: 0.5 })(200, 0); // 0.025
 */
export function exponentialDecay(options: ExponentialDecayOptions): LearningRateSchedule {
  const { initialLearningRate, decaySteps, decayRate, staircase = false } = options;
  requirePositive({ initialLearningRate, decaySteps, decayRate });
  return (step) => {
    const periods = step / decaySteps;
    return initialLearningRate * decayRate ** (staircase ? Math.floor(periods) : periods);
  };
}
