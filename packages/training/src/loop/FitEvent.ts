import type { Logs } from "../History.ts";

/** A batch was trained. */
export interface BatchEvent {
  readonly type: "batch";
  /** The running epoch, counted from 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** The batches of this epoch that are done. */
  readonly batch: number;
  readonly batches: number;
  /** Loss and metrics over the samples of this epoch so far. */
  readonly logs: Logs;
}

/** An epoch is over, its validation included. */
export interface EpochEvent {
  readonly type: "epoch";
  /** The epoch that ended, counted from 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** A row of the history: loss and metrics, and those of the validation under `val…`. */
  readonly logs: Logs;
  /** Wall-clock seconds of the training batches, validation not counted. */
  readonly seconds: number;
  /** Training samples per second. */
  readonly samplesPerSecond: number;
}

/** Training is over, and early stopping had a say in it: the last event of `fit` where that is used. */
export interface StopEvent {
  readonly type: "stop";
  /** Why: nothing better came for as many epochs as it has patience, or the last epoch was reached. */
  readonly reason: "noImprovement" | "lastEpoch";
  /** The last epoch that was trained, counted from 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** The column of the history that was watched, its best value (null without one), and the epoch of that. */
  readonly monitor: string;
  readonly best: number | null;
  readonly bestEpoch: number;
  /** Whether the model has the weights of the best epoch now. */
  readonly restored: boolean;
}

/** What `fit` reports while it runs. */
export type FitEvent = BatchEvent | EpochEvent | StopEvent;
