import { type NetworkView, networkView } from "../build/networkView.ts";
import { openedNetwork } from "../build/openedNetwork.ts";
import { type Slice, trainSlice } from "../build/trainSlice.ts";
import type { Command } from "../Command.ts";

/** How the network that is open goes on. */
export interface TrainNetworkInput {
  readonly learningRate: number;
  /** Batch by batch, with time to look in between. */
  readonly slowly: boolean;
  /** So many, then it stops; without, it goes on until it is stopped. */
  readonly batches?: number;
}

/** What happened since the picture before, and the network as it is now. */
export interface NetworkFrame extends Slice {
  readonly view: NetworkView;
}

/** So often one sees the network anew, in milliseconds: what is computed for the picture takes a part of each. */
const frameTime = { images: 250, plane: 80 } as const;

/** So long a batch stays in the picture when it goes slowly, in milliseconds. */
const slowPause = 350;

/** Trains until it is stopped, and shows the network again and again. */
export const trainNetwork: Command<TrainNetworkInput, undefined, NetworkFrame> = async (
  { learningRate, slowly, batches = Number.POSITIVE_INFINITY },
  { signal, emit },
) => {
  const network = openedNetwork();
  const { kind } = network.setup.source;
  let left = batches;
  while (left > 0 && !signal.aborted) {
    const slice = await trainSlice(network, {
      learningRate,
      batches: slowly ? 1 : left,
      milliseconds: frameTime[kind],
      signal,
    });
    // No epoch is left.
    if (slice.batches === 0) return undefined;
    left -= slice.batches;
    emit({ ...slice, view: await networkView(network) });
    if (slowly && left > 0) await new Promise((resolve) => setTimeout(resolve, slowPause));
  }
  return undefined;
};
