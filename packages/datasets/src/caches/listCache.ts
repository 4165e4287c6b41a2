import type { Cache } from "./Cache.ts";
import type { CachedFile } from "./CachedFile.ts";
import type { DatasetCard } from "../Dataset.ts";
import { fileKey } from "./fileKey.ts";
import { keptFiles } from "./keptFiles.ts";

/**
 * Says which files of a dataset a cache holds, without reading them: a damaged one is `present`.
 *
 * @returns one for each file that `load` reads; of an archive, one for each member
 * @throws {DatasetError} `CACHE_FAILED` when the cache cannot be listed
 *
 * @example
 * const files = await listCache(fileCache(), mnist);
 * files.every(({ state }) => state === "present"); // whether MNIST loads offline
 */
export async function listCache(cache: Cache, dataset: DatasetCard): Promise<CachedFile[]> {
  const keys = new Set(await cache.list());
  const keyOf = (name: string): string => fileKey(dataset, name);
  return keptFiles(dataset).map((choices) => {
    const present = choices.find(({ name }) => keys.has(keyOf(name)));
    const file = present ?? choices[0];
    return { file, key: keyOf(file.name), state: present === undefined ? "missing" : "present" };
  });
}
