import type { EarlyStoppingState } from "../checkpoint/EarlyStoppingState.ts";
import type { NamedArray } from "../checkpoint/NamedArray.ts";
import { requireCount } from "../requireCount.ts";
import type { StopEvent } from "./FitEvent.ts";
import type { Logs } from "../History.ts";
import { type Monitor, resolveMonitor } from "./Monitor.ts";

/** When training ends before its last epoch, in the terms of Keras' `EarlyStopping`. */
export interface EarlyStopping extends Monitor {
  /**
   * How many epochs in a row may bring nothing better; the last of them ends training. 0 means the same as 1.
   *
   * @default 0
   */
  readonly patience?: number | undefined;
  /**
   * How many epochs at the start are not looked at.
   *
   * @default 0
   */
  readonly startFromEpoch?: number | undefined;
  /**
   * Whether the model ends with the weights of its best epoch, also when training was not stopped early. They are kept in
   * memory, and in every checkpoint.
   *
   * @default true (Keras: false)
   */
  readonly restoreBestWeights?: boolean | undefined;
}

/** Watches training from epoch to epoch. */
export interface EarlyStopper {
  /** Takes notice of an epoch, counted from 1. */
  update(epoch: number, logs: Logs): Promise<void>;
  /** Whether training is to end here. */
  stops(): boolean;
  state(): EarlyStoppingState;
  /** The weights of the best epoch; none before there was one, or when they are not wanted. */
  bestWeights(): readonly NamedArray[] | undefined;
  /** What is reported at the end, after so many epochs. */
  event(epoch: number, epochs: number): StopEvent;
}

/**
 * Makes what decides when to stop.
 *
 * @param columns what each epoch will measure
 * @param copyWeights copies the weights of this moment
 * @param resumed what a checkpoint says
 * @throws {TrainingError} `INVALID_ARGUMENT`
 */
export function earlyStopper(
  options: EarlyStopping,
  columns: readonly string[],
  copyWeights: () => Promise<readonly NamedArray[]>,
  resumed: {
    readonly state?: EarlyStoppingState | undefined;
    readonly bestWeights?: readonly NamedArray[] | undefined;
  },
): EarlyStopper {
  const { patience = 0, startFromEpoch = 0, restoreBestWeights = true } = options;
  requireCount(patience, "patience");
  requireCount(startFromEpoch, "startFromEpoch");
  const { monitor, valueOf, improves } = resolveMonitor(options, columns);
  let { best, bestEpoch, wait } = resumed.state ?? { best: null, bestEpoch: 0, wait: 0 };
  let { bestWeights } = resumed;
  const stops = (): boolean => wait >= Math.max(1, patience);
  return {
    async update(epoch, logs) {
      if (epoch <= startFromEpoch) return;
      const value = valueOf(logs);
      wait += 1;
      if (!improves(value, best)) return;
      [best, bestEpoch, wait] = [value, epoch, 0];
      if (restoreBestWeights) bestWeights = await copyWeights();
    },
    stops,
    state: () => ({ best, bestEpoch, wait }),
    bestWeights: () => (restoreBestWeights ? bestWeights : undefined),
    event: (epoch, epochs) => ({
      type: "stop",
      reason: stops() ? "noImprovement" : "lastEpoch",
      epoch,
      epochs,
      monitor,
      best,
      bestEpoch,
      restored: restoreBestWeights && bestWeights !== undefined,
    }),
  };
}
