import type { Logs } from "./History.ts";

/** A batch was trained. */
export interface BatchEvent {
  readonly type: "batch";
  /** The running epoch, counted from 1. */
  readonly epoch: number;
  readonly epochs: number;
  /** The batches of this epoch that are done. */
  readonly batch: number;
  readonly batches: number;
  /** Loss and metrics of this epoch so far, weighted by batch size. */
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

/** What `fit` reports while it runs. */
export type FitEvent = BatchEvent | EpochEvent;
