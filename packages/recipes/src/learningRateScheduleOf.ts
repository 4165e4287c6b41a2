import {
  cosineDecay,
  exponentialDecay,
  inverseTimeDecay,
  type LearningRateSchedule,
  stepDecay,
} from "@minibatch/training";
import type { LearningRateDescription } from "./LearningRateDescription.ts";
import type { ResolvedSettings } from "./resolveSettings.ts";

/**
 * Makes the schedule of a description.
 *
 * @param rows how many are trained on in an epoch
 * @throws {TrainingError} `INVALID_ARGUMENT`
 */
export function learningRateScheduleOf(
  description: LearningRateDescription,
  { learningRate: initialLearningRate, batchSize, epochs }: ResolvedSettings,
  rows: number,
): LearningRateSchedule {
  if ("cosineDecay" in description) {
    const { decaySteps = Math.ceil(rows / batchSize) * epochs, alpha } = description.cosineDecay;
    return cosineDecay({ initialLearningRate, decaySteps, alpha });
  }
  if ("exponentialDecay" in description) {
    return exponentialDecay({ ...description.exponentialDecay, initialLearningRate });
  }
  if ("inverseTimeDecay" in description) {
    return inverseTimeDecay({ ...description.inverseTimeDecay, initialLearningRate });
  }
  return stepDecay({ ...description.stepDecay, initialLearningRate });
}
