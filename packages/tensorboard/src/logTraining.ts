import type { EventLog } from "./eventLog.ts";

/** An event of training, as `fit` of `@minibatch/training` and `trainRecipe` report them; types other than these two are passed over. */
export type TrainingEvent = TrainingBatch | TrainingEpoch | { readonly type: string };

/** A batch was trained. */
export interface TrainingBatch {
  readonly type: "batch";
  /** Counted from 1. */
  readonly epoch: number;
  /** The batches of this epoch that are done, and all of them. */
  readonly batch: number;
  readonly batches: number;
  /** Loss and metrics over the samples of this epoch so far. */
  readonly logs: Readonly<Record<string, number>>;
}

/** An epoch is over. */
export interface TrainingEpoch {
  readonly type: "epoch";
  /** Counted from 1. */
  readonly epoch: number;
  /** A row of the history. */
  readonly logs: Readonly<Record<string, number>>;
}

/** Options of {@link logTraining}. */
export interface LogTrainingOptions {
  /**
   * How many batches there are from one event to the next; the last one of an epoch always makes one.
   *
   * @default 50
   */
  readonly everyBatches?: number | undefined;
}

/**
 * Makes a listener that logs the events of training: each column of the history under `epoch/…` at the number of its epoch, and loss and metrics so
 * far under `batch/…` at the number of the step.
 *
 * Training that does not begin with its first step is taken for one that goes on: what an earlier file says of the steps that are done again is left out.
 *
 * @example
 * await fit(model, data, { epochs: 3, onEvent: logTraining(log) });
 */
export function logTraining(
  log: EventLog,
  { everyBatches = 50 }: LogTrainingOptions = {},
): (event: TrainingEvent) => void {
  let begun = false;
  return (event) => {
    if (isBatch(event)) {
      const { epoch, batch, batches, logs } = event;
      const step = (epoch - 1) * batches + batch;
      if (!begun && step > 1) log.restart(step);
      begun = true;
      if (step % everyBatches === 0 || batch === batches) log.scalars(step, prefixed("batch", logs));
    } else if (isEpoch(event)) log.scalars(event.epoch, prefixed("epoch", event.logs));
  };
}

function isBatch(event: TrainingEvent): event is TrainingBatch {
  return event.type === "batch";
}

function isEpoch(event: TrainingEvent): event is TrainingEpoch {
  return event.type === "epoch";
}

function prefixed(group: string, logs: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(logs).map(([name, value]) => [`${group}/${name}`, value]));
}
