import type { RecipeEvent } from "@minibatch/recipes";

/** How long a training takes, by what it has done. */
export interface TrainingPace {
  /** The seconds that were looked at so far. */
  readonly passed: number;
  /** What is left, in seconds. */
  readonly left: number;
}

/** The first batch warms everything up, and the two after it may be computed twice, to hold a faster way to the usual one. */
const slowBatches = 3;

/** A sample that is only looked at takes about a third of one that is learned from. */
const validationShare = 1 / 3;

/**
 * Follows a training, to tell how long it takes from the fourth batch on: time is taken from the end of the third.
 *
 * @returns takes each event; gives what is known after a batch
 */
export function trainingPace(): (event: RecipeEvent) => TrainingPace | undefined {
  let validationBatches = 0;
  let seen = 0;
  let from = { time: 0, done: 0 };
  return (event) => {
    if (event.type === "start") validationBatches = event.validationSamples / event.batchSize;
    if (event.type !== "batch") return undefined;
    seen += 1;
    const { epoch, epochs, batch, batches } = event;
    const ofEpoch = batches + validationShare * validationBatches;
    const done = (epoch - 1) * ofEpoch + batch;
    const time = performance.now();
    if (seen <= slowBatches) {
      from = { time, done };
      return undefined;
    }
    const passed = (time - from.time) / 1000;
    const each = passed / (done - from.done);
    return { passed, left: each * (ofEpoch * epochs - done) };
  };
}
