import type { Logs } from "../History.ts";
import type { ReduceOnPlateauState } from "../checkpoint/ReduceOnPlateauState.ts";

/** Moves the learning rate of an optimizer. */
export interface LearningRateControl {
  /** Sets the rate of a step: both counted from 0 and from the start of training. */
  beforeStep(step: number, epoch: number): void;
  /** The rate of an epoch's last step, as a column of the history; nothing where the rate stays what it is. */
  logs(step: number, epoch: number): Logs;
  /** Takes notice of a finished epoch. */
  afterEpoch(logs: Logs): void;
  /** What a plateau needs to go on; a schedule needs nothing. */
  state(): ReduceOnPlateauState | undefined;
}

/** Leaves the optimizer alone. */
export const fixedLearningRate: LearningRateControl = {
  beforeStep() {},
  logs: () => ({}),
  afterEpoch() {},
  state: () => undefined,
};
