import {
  cosineDecay,
  exponentialDecay,
  inverseTimeDecay,
  type LearningRateSchedule,
  oneCycle,
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
  if ("oneCycle" in description) {
    const steps = Math.ceil(rows / batchSize) * epochs;
    return oneCycle({ ...description.oneCycle, maxLearningRate: initialLearningRate, steps });
  }
  return stepDecay({ ...description.stepDecay, initialLearningRate });
}
