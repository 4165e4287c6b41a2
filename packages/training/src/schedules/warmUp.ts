import type { LearningRateSchedule } from "./LearningRateSchedule.ts";
import { requirePositive } from "./requirePositive.ts";

/** Options of {@link warmUp}. */
export interface WarmUpOptions {
  /** How many steps the rate rises, evenly and from 0. */
  readonly steps: number;
  /** The rates after that, its steps counted from there. */
  readonly schedule: LearningRateSchedule;
}

/**
 * Raises the learning rate from 0 to what a schedule begins with, then follows that, as the `warmup_steps` of Keras' `CosineDecay`.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for steps that are not above 0
 * @example
 * warmUp({ steps: 10, schedule: cosineDecay({ initialLearningRate: 0.1, decaySteps: 90 }) })(5, 0); // 0.05
 */
export function warmUp({ steps, schedule }: WarmUpOptions): LearningRateSchedule {
  requirePositive({ steps });
  return (step, epoch) =>
    step < steps ? schedule(0, epoch) * (step / steps) : schedule(step - steps, epoch);
}
