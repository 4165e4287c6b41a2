import type { Optimizer } from "@tensorflow/tfjs-core";
import { TrainingError } from "../TrainingError.ts";
import type { FitOptions } from "./FitOptions.ts";
import { fixedLearningRate, type LearningRateControl } from "./LearningRateControl.ts";
import { plateauLearningRate } from "./ReduceOnPlateau.ts";
import { scheduledLearningRate } from "./scheduledLearningRate.ts";

/**
 * Gives what moves the learning rate of a run: a schedule, a plateau or nothing.
 *
 * @param columns what each epoch will measure
 * @throws {TrainingError} `INVALID_ARGUMENT` for both at once, or what cannot be
 */
export function chooseLearningRate(
  optimizer: Optimizer,
  { learningRateSchedule, reduceOnPlateau, resumeFrom }: FitOptions,
  columns: readonly string[],
): LearningRateControl {
  if (learningRateSchedule && reduceOnPlateau) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      "learningRateSchedule and reduceOnPlateau both set the learning rate. Give one of them.",
    );
  }
  if (learningRateSchedule) return scheduledLearningRate(optimizer, learningRateSchedule);
  if (!reduceOnPlateau) return fixedLearningRate;
  return plateauLearningRate(optimizer, reduceOnPlateau, columns, resumeFrom?.reduceOnPlateau);
}
