import type { Checkpoint } from "@minibatch/training";
import { epochFiles } from "../../storage/runs.ts";
import { sparingly } from "../sparingly.ts";
import { decodeEpochs, encodeEpochs, type EpochWeights } from "./epochWeights.ts";
import { withEpoch } from "./withEpoch.ts";

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
  let kept: EpochWeights = new Map(stored && [...decodeEpochs(stored)].filter(([epoch]) => epoch <= from));
  let isWritten = true;
  const write = sparingly(async () => {
    await epochFiles.put(run, encodeEpochs(kept));
    isWritten = true;
  });
  return {
    async keep(checkpoint) {
      const all = withEpoch(kept, checkpoint);
      if (all === kept) return;
      kept = all;
      isWritten = false;
      await write(undefined, false);
    },
    async store() {
      if (!isWritten) await write(undefined, true);
    },
  };
}
