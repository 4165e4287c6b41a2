import type { Optimizer } from "@tensorflow/tfjs-core";
import { requireCount } from "../requireCount.ts";
import { TrainingError } from "../TrainingError.ts";
import type { LearningRateControl } from "./LearningRateControl.ts";
import { type Monitor, resolveMonitor } from "./Monitor.ts";
import { learningRateOf, setLearningRate } from "./optimizerLearningRate.ts";
import type { ReduceOnPlateauState } from "../checkpoint/ReduceOnPlateauState.ts";

/** How the learning rate falls where training gets no better, in the terms of Keras' `ReduceLROnPlateau`. */
export interface ReduceOnPlateau extends Monitor {
  /**
   * What the rate is multiplied with, above 0 and below 1.
   *
   * @default 0.1
   */
  readonly factor?: number | undefined;
  /**
   * How many epochs in a row may bring nothing better; the last of them lowers the rate.
   *
   * @default 10
   */
  readonly patience?: number | undefined;
  /**
   * For how many epochs after a reduction no more are counted.
   *
   * @default 0
   */
  readonly cooldown?: number | undefined;
  /**
   * The rate below which it does not fall.
   *
   * @default 0
   */
  readonly minLearningRate?: number | undefined;
}

/**
 * Lowers the rate on a plateau.
 *
 * @param columns what each epoch will measure
 * @param resumed what a checkpoint says
 * @throws {TrainingError} `INVALID_ARGUMENT`
 */
export function plateauLearningRate(
  optimizer: Optimizer,
  options: ReduceOnPlateau,
  columns: readonly string[],
  resumed: ReduceOnPlateauState | undefined,
): LearningRateControl {
  const { factor = 0.1, patience = 10, cooldown: pause = 0, minLearningRate = 0, minDelta = 1e-4 } = options;
  const { valueOf, improves } = resolveMonitor({ ...options, minDelta }, columns);
  requireCount(patience, "patience");
  requireCount(pause, "cooldown");
  if (!(factor > 0 && factor < 1)) {
    throw new TrainingError("INVALID_ARGUMENT", `factor must be above 0 and below 1, but it is ${factor}.`);
  }
  let { learningRate, best, wait, cooldown } = resumed ?? {
    learningRate: learningRateOf(optimizer),
    best: null,
    wait: 0,
    cooldown: 0,
  };
  return {
    beforeStep() {
      setLearningRate(optimizer, learningRate);
    },
    logs: () => ({ learningRate }),
    afterEpoch(logs) {
      const value = valueOf(logs);
      if (cooldown > 0) {
        cooldown -= 1;
        wait = 0;
      }
      if (improves(value, best)) {
        best = value;
        wait = 0;
      } else if (cooldown === 0) {
        wait += 1;
        if (wait < patience || learningRate <= minLearningRate) return;
        learningRate = Math.max(learningRate * factor, minLearningRate);
        cooldown = pause;
        wait = 0;
      }
    },
    state: () => ({ learningRate, best, wait, cooldown }),
  };
}
