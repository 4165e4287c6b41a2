import type { LoadProgress, NdArray } from "@minibatch/datasets";
import { classify } from "../classify.ts";
import type { Command } from "../Command.ts";
import { loadedDataset } from "../loadedDataset.ts";

/** What a model makes of a whole part of a dataset. */
export interface Evaluation {
  /** The true label of each row. */
  readonly labels: Uint8Array;
  /** The probability of each class for each row, `[rows, classes]`. */
  readonly probabilities: NdArray<Float32Array>;
}

/** What an evaluation reports: first how far loading has come, then how many rows are done. */
export type EvaluateEvent =
  | ({ readonly type: "load" } & LoadProgress)
  | { readonly type: "rows"; readonly done: number; readonly total: number };

/** Runs the open model over a dataset's test set. */
export const evaluate: Command<{ readonly dataset: string }, Evaluation, EvaluateEvent> = async (
  { dataset },
  { signal, emit, base },
) => {
  const load = (progress: LoadProgress): void => emit({ type: "load", ...progress });
  const { test } = await loadedDataset(dataset, { signal, base, emit: load });
  const probabilities = await classify(test.x, {
    signal,
    onProgress: (done, total) => emit({ type: "rows", done, total }),
  });
  return { labels: Uint8Array.from(test.y.data), probabilities };
};
