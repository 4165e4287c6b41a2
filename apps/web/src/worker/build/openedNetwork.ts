import type { LoadedModel } from "@minibatch/models";
import type { Checkpoint } from "@minibatch/training";
import type { EpochWeights } from "../explore/epochWeights.ts";
import { WorkerError } from "../WorkerError.ts";
import type { BuildData } from "./buildData.ts";
import type { BuildSetup } from "./BuildSetup.ts";
import type { PixelPlace } from "./pixelSum.ts";

/** The network that one builds, and how far it is. */
export interface OpenedNetwork {
  readonly model: LoadedModel["model"];
  readonly setup: BuildSetup;
  readonly data: BuildData;
  /** Which test image is looked through the network. */
  pinned: number;
  /** Which number of a map is taken apart. */
  place?: PixelPlace | undefined;
  /** Where training goes on. */
  checkpoint?: Checkpoint;
  /** As it was after some of its epochs. */
  epochs: EpochWeights;
  /** What was trained so far. */
  readonly trained: { samples: number; seconds: number; learningRate: number };
}

let opened: OpenedNetwork | undefined;

/** A network before its first batch. */
export function newlyOpened(
  model: LoadedModel["model"],
  setup: BuildSetup,
  data: BuildData,
  pinned = 0,
): OpenedNetwork {
  const trained = { samples: 0, seconds: 0, learningRate: 0 };
  return { model, setup, data, pinned, epochs: new Map(), trained };
}

/** Puts a network in the place of the one before, which is disposed of. */
export function setOpenedNetwork(network: OpenedNetwork): void {
  if (opened) putAway(opened);
  opened = network;
}

/** Disposes of a network and of what its optimizer remembers, which tfjs leaves to whoever made the optimizer. */
export function putAway({ model }: OpenedNetwork): void {
  model.optimizer.dispose();
  model.dispose();
}

/**
 * The network that one builds.
 *
 * @throws {WorkerError} `NO_MODEL`
 */
export function openedNetwork(): OpenedNetwork {
  if (!opened) throw new WorkerError("NO_MODEL", "No network is open: reload the page.");
  return opened;
}
