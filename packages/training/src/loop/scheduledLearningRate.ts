import type { Optimizer } from "@tensorflow/tfjs-core";
import type { LearningRateSchedule } from "../schedules/LearningRateSchedule.ts";
import { TrainingError } from "../TrainingError.ts";
import { fixedLearningRate, type LearningRateControl } from "./LearningRateControl.ts";
import { learningRateOf, setLearningRate } from "./optimizerLearningRate.ts";

/** Follows a schedule. */
export function scheduledLearningRate(
  optimizer: Optimizer,
  schedule: LearningRateSchedule,
): LearningRateControl {
  // Throws where there is none to move.
  learningRateOf(optimizer);
  const rateOf = (step: number, epoch: number): number => {
    const learningRate = schedule(step, epoch);
    if (learningRate >= 0 && Number.isFinite(learningRate)) return learningRate;
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `The learning rate must be a number from 0, but the schedule gives ${learningRate} for step ${step} ` +
        `of epoch ${epoch}, both counted from 0.`,
    );
  };
  return {
    ...fixedLearningRate,
    beforeStep: (step, epoch) => setLearningRate(optimizer, rateOf(step, epoch)),
    // Not what was set last: who resumes at the very end of an epoch has set nothing yet.
    logs: (step, epoch) => ({ learningRate: rateOf(step, epoch) }),
  };
}
