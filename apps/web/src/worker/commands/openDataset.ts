import type { LoadProgress } from "@minibatch/datasets";
import type { Command } from "../Command.ts";
import { loadedDataset } from "../loadedDataset.ts";

/** How many rows a dataset has; of a classification, of each class. */
export interface OpenDataset {
  readonly size: { readonly train: number; readonly test: number };
  /** The labels of all rows, in their order; empty for regression. */
  readonly labels: { readonly train: Uint8Array; readonly test: Uint8Array };
}

/** Loads a dataset, from the browser's cache if it is there, and reports how far it has come. */
export const openDataset: Command<{ readonly dataset: string }, OpenDataset, LoadProgress> = async (
  { dataset },
  context,
) => {
  const { train, test } = await loadedDataset(dataset, context);
  const labelsOf = ({ data }: typeof train.y): Uint8Array =>
    data instanceof Uint8Array ? data.slice() : new Uint8Array();
  return {
    size: { train: train.y.shape[0] ?? 0, test: test.y.shape[0] ?? 0 },
    labels: { train: labelsOf(train.y), test: labelsOf(test.y) },
  };
};
