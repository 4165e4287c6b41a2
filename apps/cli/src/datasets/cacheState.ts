import type { CachedFile, DatasetCard } from "@minibatch/datasets";

/** How much of a dataset a cache holds. */
export type CacheState = "drawn" | "no" | "partly" | "yes";

/**
 * Sums up what a cache holds of a dataset.
 *
 * @param files as `listCache` or `verifyCache` give them; damaged ones count as missing
 * @returns `drawn` for a dataset without files
 */
export function cacheState({ files }: DatasetCard, cached: readonly CachedFile[]): CacheState {
  if (files.length === 0) return "drawn";
  const present = cached.filter(({ state }) => state === "present" || state === "whole").length;
  if (present === cached.length) return "yes";
  return present === 0 ? "no" : "partly";
}
