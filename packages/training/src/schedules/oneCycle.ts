import { TrainingError } from "../TrainingError.ts";
import type { LearningRateSchedule } from "./LearningRateSchedule.ts";
import { requirePositive } from "./requirePositive.ts";

/** Options of {@link oneCycle}; the defaults are PyTorch's. */
export interface OneCycleOptions {
  /** The highest rate. */
  readonly maxLearningRate: number;
  /** The steps of the whole cycle: as a rule, those of all epochs. */
  readonly steps: number;
  /**
   * The share of the steps in which the rate rises, above 0 and below 1.
   *
   * @default 0.3
   */
  readonly warmUp?: number | undefined;
  /**
   * The rate of the first step as a share of the highest one, 0 to 1.
   *
   * @default 0.04
   */
  readonly start?: number | undefined;
  /**
   * The rate of the last step as a share of the highest one, 0 to 1.
   *
   * @default 4e-6
   */
  readonly end?: number | undefined;
  /**
   * How the rate moves: along half a wave of the cosine, or evenly.
   *
   * @default "cosine"
   */
  readonly shape?: "cosine" | "linear" | undefined;
}

/**
 * Raises the learning rate to its highest value and lowers it to almost nothing, once in all of training (Smith and Topin 2017,
 * arXiv:1708.07120), as PyTorch's `OneCycleLR`.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for a rate or steps that are not above 0, or shares beyond 0 to 1
 * @example
 * oneCycle({ maxLearningRate: 0.1, steps: 1000 })(299, 0); // 0.1
 */
export function oneCycle(options: OneCycleOptions): LearningRateSchedule {
  const { maxLearningRate, steps, warmUp = 0.3, start = 0.04, end = 4e-6, shape = "cosine" } = options;
  requirePositive({ maxLearningRate, steps });
  for (const [name, value] of Object.entries({ warmUp, start, end })) {
    if (value >= 0 && value <= 1 && (name !== "warmUp" || (value > 0 && value < 1))) continue;
    throw new TrainingError("INVALID_ARGUMENT", `${name} must be from 0 to 1, but it is ${value}.`);
  }
  // The last step has the last rate, and the first one the first.
  const peak = Math.max(warmUp * steps - 1, Number.EPSILON);
  const last = Math.max(steps - 1, peak + Number.EPSILON);
  const between = (from: number, to: number, share: number): number =>
    to + (from - to) * (shape === "linear" ? 1 - share : (1 + Math.cos(Math.PI * share)) / 2);
  return (step) => {
    const at = Math.min(step, last);
    const share = at <= peak ? between(start, 1, at / peak) : between(1, end, (at - peak) / (last - peak));
    return maxLearningRate * share;
  };
}
