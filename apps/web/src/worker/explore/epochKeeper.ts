import { type Checkpoint, keptEpochs, type NamedArray } from "@minibatch/training";
import { epochFiles } from "../../storage/runs.ts";
import { sparingly } from "../sparingly.ts";
import { decodeEpochs, encodeEpochs } from "./epochWeights.ts";

/** The weights of so many epochs of a run are kept at most … */
const mostEpochs = 20;

/** … and so many bytes of them: 20 epochs of 400,000 parameters, fewer of a larger network. */
const mostBytes = 32e6;

/** Keeps weights of a run while it trains, to look into it afterwards. */
export interface EpochKeeper {
  /** Takes a checkpoint; one in the middle of an epoch is left out. */
  readonly keep: (checkpoint: Checkpoint) => Promise<void>;
  /** Writes what is not written yet. */
  readonly store: () => Promise<void>;
}

/**
 * Begins to keep weights of a run, or goes on.
 *
 * @param run its id
 * @param from the epochs that are done; what was kept of later ones is of a past that is taken back
 */
export async function epochKeeper(run: string, from: number): Promise<EpochKeeper> {
  const stored = await epochFiles.get(run);
  let kept = new Map(stored && [...decodeEpochs(stored)].filter(([epoch]) => epoch <= from));
  let isWritten = true;
  const write = sparingly(async () => {
    await epochFiles.put(run, encodeEpochs(kept));
    isWritten = true;
  });
  return {
    async keep({ epoch, batch, weights, averages }) {
      const judged = averages ?? weights;
      const limit = Math.min(mostEpochs, Math.floor(mostBytes / bytesOf(judged)));
      // Two of them are too large already: there is nothing to slide between.
      if (batch > 0 || limit < 2) return;
      kept.delete(epoch);
      const all = new Map([...kept, [epoch, judged] as const]);
      kept = new Map([...all].filter(isIn(keptEpochs([...all.keys()], limit))));
      isWritten = false;
      await write(undefined, false);
    },
    async store() {
      if (!isWritten) await write(undefined, true);
    },
  };
}

function isIn(epochs: readonly number[]): (entry: readonly [number, unknown]) => boolean {
  return ([epoch]) => epochs.includes(epoch);
}

function bytesOf(weights: readonly NamedArray[]): number {
  return weights.reduce((sum, { data }) => sum + data.byteLength, 0);
}
