import type { SweepEntry } from "./SweepPlan.ts";

/**
 * The name of an entry's folder: its index, so that folders sort as the plan does, and its hash, so that another plan's is never taken for it.
 *
 * @example
 * entryName({ index: 7, hash: "3f2a91c0", settings: {} }); // "0007-3f2a91c0"
 */
export function entryName({ index, hash }: SweepEntry): string {
  return `${String(index).padStart(4, "0")}-${hash}`;
}
