import type { Cache } from "@minibatch/datasets";
import { keyPrefix } from "./cacheKey.ts";

/**
 * Deletes what `imageFolder` has kept of the pictures of all folders, and nothing else: the next call decodes anew.
 *
 * @returns the keys that are gone
 * @throws what the cache throws
 * @example
 * await clearKeptPictures(fileCache());
 */
export async function clearKeptPictures(cache: Cache): Promise<string[]> {
  const keys = (await cache.list()).filter((key) => key.startsWith(keyPrefix));
  for (const key of keys) await cache.delete(key);
  return keys;
}
