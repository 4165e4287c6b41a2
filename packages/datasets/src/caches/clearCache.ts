import type { Cache } from "./Cache.ts";
import type { DatasetCard } from "../Dataset.ts";
import { fileKey } from "./fileKey.ts";
import { keptFiles } from "./keptFiles.ts";

/**
 * Deletes the files of a dataset from a cache, and nothing else: whatever lies beside them stays.
 *
 * @returns the keys that are gone
 * @throws {DatasetError} `CACHE_FAILED` when the cache refuses
 *
 * @example
 * for (const dataset of datasets) await clearCache(fileCache(), dataset);
 */
export async function clearCache(cache: Cache, dataset: DatasetCard): Promise<string[]> {
  const known = new Set(
    keptFiles(dataset)
      .flat()
      .map(({ name }) => fileKey(dataset, name)),
  );
  const keys = (await cache.list()).filter((key) => known.has(key));
  for (const key of keys) await cache.delete(key);
  return keys;
}
