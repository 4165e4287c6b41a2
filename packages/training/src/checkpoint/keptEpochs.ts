import { requireCount } from "../requireCount.ts";

/**
 * Chooses which epochs of a run to keep weights of: the first, the last, and others between them that lie close together early, where a
 * network changes most, and ever wider apart.
 *
 * Called after each epoch with what it kept and the new one, it stays within the limit however long a run goes on, which need not be known.
 *
 * @param epochs ascending
 * @param limit as many are kept, at least 2
 * @returns the epochs to keep, ascending
 * @throws {TrainingError} `INVALID_ARGUMENT`
 * @example
 * keptEpochs([1, 2, 3, 4, 5, 6, 7, 8], 4); // [1, 2, 4, 8]
 */
export function keptEpochs(epochs: readonly number[], limit: number): number[] {
  requireCount(limit, "limit", 2);
  const kept = [...epochs];
  while (kept.length > limit) kept.splice(leastMissed(kept), 1);
  return kept;
}

/** Where the epoch stands whose neighbours are the closest by their ratio. */
function leastMissed(epochs: readonly number[]): number {
  const gap = (at: number): number => (epochs[at + 1] ?? 0) / (epochs[at - 1] ?? 1);
  let least = 1;
  for (let at = 2; at < epochs.length - 1; at += 1) if (gap(at) < gap(least)) least = at;
  return least;
}
