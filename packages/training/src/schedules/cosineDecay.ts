import { requirePositive } from "./requirePositive.ts";
import type { LearningRateSchedule } from "./LearningRateSchedule.ts";
import { TrainingError } from "../TrainingError.ts";

/** Options of {@link cosineDecay}. */
export interface CosineDecayOptions {
  /** The rate of the first step. */
  readonly initialLearningRate: number;
  /** The step at which the rate has reached its end, and stays there: as a rule, the steps of all epochs. */
  readonly decaySteps: number;
  /**
   * The rate at the end as a share of the initial one, 0 to 1.
   *
   * @default 0
   */
  readonly alpha?: number | undefined;
}

/**
 * Lowers the learning rate along half a wave of the cosine: slowly at first, fast in the middle, slowly at the end
 * (Loshchilov and Hutter 2016, arXiv:1608.03983), as Keras' `CosineDecay`.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for what is not above 0, or an alpha beyond 0 to 1
 * @example
 * cosineDecay({ initialLearningRate: 0.1, decaySteps: 1000 })(500, 0); // 0.05
 */
export function cosineDecay(options: CosineDecayOptions): LearningRateSchedule {
  const { initialLearningRate, decaySteps, alpha = 0 } = options;
  requirePositive({ initialLearningRate, decaySteps });
  if (!(alpha >= 0 && alpha <= 1)) {
    throw new TrainingError("INVALID_ARGUMENT", `alpha must be from 0 to 1, but it is ${alpha}.`);
  }
  return (step) => {
    const share = Math.min(step, decaySteps) / decaySteps;
    const cosine = (1 + Math.cos(Math.PI * share)) / 2;
    return initialLearningRate * ((1 - alpha) * cosine + alpha);
  };
}
