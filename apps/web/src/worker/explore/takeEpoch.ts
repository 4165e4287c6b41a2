import { restoreWeights } from "@minibatch/training";
import type { ExploredRun } from "./exploredRun.ts";

/** Gives the network the weights that it had after an epoch, where those were kept. */
export function takeEpoch({ model, weights }: ExploredRun, epoch: number): void {
  const kept = weights.get(epoch);
  if (kept) restoreWeights(model, kept);
}
