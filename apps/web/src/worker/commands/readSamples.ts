import type { LoadProgress, Samples } from "@minibatch/datasets";
import { gatherRows } from "@minibatch/training";
import type { Command } from "../Command.ts";
import { loadedDataset } from "../loadedDataset.ts";

/** Which rows of which dataset. */
export interface ReadSamplesInput {
  readonly dataset: string;
  readonly split: "train" | "test";
  readonly rows: readonly number[];
}

/** Gives some rows of a dataset, in the order asked for. */
export const readSamples: Command<ReadSamplesInput, Samples, LoadProgress> = async (
  { dataset, split, rows },
  context,
) => gatherRows((await loadedDataset(dataset, context))[split], rows);
