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
  let learningRate = learningRateOf(optimizer);
  return {
    ...fixedLearningRate,
    beforeStep(step, epoch) {
      learningRate = schedule(step, epoch);
      if (!(learningRate >= 0 && Number.isFinite(learningRate))) {
        throw new TrainingError(
          "INVALID_ARGUMENT",
          `The learning rate must be a number from 0, but the schedule gives ${learningRate} for step ${step} ` +
            `of epoch ${epoch}, both counted from 0.`,
        );
      }
      setLearningRate(optimizer, learningRate);
    },
    logs: () => ({ learningRate }),
  };
}
