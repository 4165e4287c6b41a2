import type { Samples } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { WorkerError } from "../WorkerError.ts";
import type { EpochWeights } from "./epochWeights.ts";

/** The run that is looked into. */
export interface ExploredRun {
  /** With the weights of the epoch that was looked at last. */
  readonly model: LoadedModel["model"];
  readonly metadata: LoadedModel["metadata"];
  readonly weights: EpochWeights;
  /** The test rows that it is asked about. */
  readonly test: Samples;
  /** The training rows that nearest ones are looked for among; none of pictures that are not here any more. */
  readonly train?: Samples;
  readonly classes: number;
  /** Whether its rows are points of the plane. */
  readonly onPlane: boolean;
}

let explored: ExploredRun | undefined;

/** Puts a run in the place of the one before. */
export function setExploredRun(run: ExploredRun): void {
  explored = run;
}

/**
 * The run that is looked into.
 *
 * @throws {WorkerError} `NO_MODEL`
 */
export function exploredRun(): ExploredRun {
  if (!explored) throw new WorkerError("NO_MODEL", "No run is open: reload the page.");
  return explored;
}
