import { type BatchEvent, type EpochEvent, fit } from "@minibatch/training";
import { withEpoch } from "../explore/withEpoch.ts";
import type { OpenedNetwork } from "./openedNetwork.ts";

/** How far a stretch of training goes. */
export interface SliceOptions {
  readonly learningRate: number;
  /** It ends after so many batches at the latest … */
  readonly batches: number;
  /** … or once so many milliseconds are over … */
  readonly milliseconds: number;
  /** … or when this is aborted: always after a batch. */
  readonly signal: AbortSignal;
}

/** What happened in a stretch of training. */
export interface Slice {
  readonly batches: number;
  /** The last one. */
  readonly batch: BatchEvent | undefined;
  /** Those that ended. */
  readonly epochs: readonly EpochEvent[];
}

/** Whoever leaves it alone for so long has seen it all. */
const mostEpochs = 100_000;

/** Trains the network for a moment, from where it was: `fit` goes on from the checkpoint that it left. */
export async function trainSlice(network: OpenedNetwork, options: SliceOptions): Promise<Slice> {
  const { model, setup, data, checkpoint } = network;
  const begin = performance.now();
  const end = begin + options.milliseconds;
  const epochs: EpochEvent[] = [];
  let batches = 0;
  let batch: BatchEvent | undefined;
  const stop = new AbortController();
  try {
    await fit(model, data.train, {
      epochs: mostEpochs,
      batchSize: setup.batchSize,
      seed: setup.seed,
      validationData: data.test,
      // A schedule, since the rate may be another one than in the stretch before.
      learningRateSchedule: () => options.learningRate,
      checkpointAtStart: true,
      resumeFrom: checkpoint,
      signal: stop.signal,
      onEvent(event) {
        if (event.type === "epoch") epochs.push(event);
        if (event.type !== "batch") return;
        batch = event;
        batches += 1;
        if (batches >= options.batches || performance.now() >= end || options.signal.aborted) stop.abort();
      },
      onCheckpoint(reached) {
        network.checkpoint = reached;
        network.epochs = withEpoch(network.epochs, reached);
      },
    });
  } catch (error) {
    if (!stop.signal.aborted || error !== stop.signal.reason) throw error;
  }
  const { trained } = network;
  trained.samples += batches * setup.batchSize;
  trained.seconds += (performance.now() - begin) / 1000;
  trained.learningRate = options.learningRate;
  return { batches, batch, epochs };
}
