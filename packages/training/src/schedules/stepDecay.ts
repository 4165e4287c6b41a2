import { requirePositive } from "./requirePositive.ts";
import type { LearningRateSchedule } from "./LearningRateSchedule.ts";

/** Options of {@link stepDecay}. */
export interface StepDecayOptions {
  /** The rate of the first epochs. */
  readonly initialLearningRate: number;
  /** After how many epochs the rate falls, again and again. */
  readonly epochs: number;
  /**
   * What the rate is multiplied with.
   *
   * @default 0.5
   */
  readonly factor?: number | undefined;
}

/**
 * Lowers the learning rate once in so many epochs: `initial * factor ** floor(epoch / epochs)`.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for what is not above 0
 * @example
 * stepDecay({ initialLearningRate: 0.1, epochs: 10 })(0, 25); // 0.025
 */
export function stepDecay(options: StepDecayOptions): LearningRateSchedule {
  const { initialLearningRate, epochs, factor = 0.5 } = options;
  requirePositive({ initialLearningRate, epochs, factor });
  return (_step, epoch) => initialLearningRate * factor ** Math.floor(epoch / epochs);
}
