import { type Checkpoint, keptEpochs, type NamedArray } from "@minibatch/training";
import type { EpochWeights } from "./epochWeights.ts";

/** The weights of so many epochs of a run are kept at most … */
const mostEpochs = 20;

/** … and so many bytes of them: 20 epochs of 400,000 parameters, fewer of a larger network. */
const mostBytes = 32e6;

/**
 * Adds the weights of a checkpoint to those that are kept of a run, and leaves out what is too much then.
 *
 * @returns those of before where the checkpoint is one in the middle of an epoch, or the network is too large
 */
export function withEpoch(
  kept: EpochWeights,
  { epoch, batch, weights, averages }: Pick<Checkpoint, "epoch" | "batch" | "weights" | "averages">,
): EpochWeights {
  const judged = averages ?? weights;
  const limit = Math.min(mostEpochs, Math.floor(mostBytes / bytesOf(judged)));
  // Two of them are too large already: there is nothing to slide between.
  if (batch > 0 || limit < 2) return kept;
  const all = new Map([...[...kept].filter(([number]) => number !== epoch), [epoch, judged] as const]);
  const chosen = keptEpochs([...all.keys()], limit);
  return new Map([...all].filter(([number]) => chosen.includes(number)));
}

function bytesOf(weights: readonly NamedArray[]): number {
  return weights.reduce((sum, { data }) => sum + data.byteLength, 0);
}
