import type { Cache } from "./Cache.ts";
import type { CachedFile } from "./CachedFile.ts";
import type { DatasetCard, LoadOptions } from "../Dataset.ts";
import { listCache } from "./listCache.ts";
import { isMismatch, verifyFile } from "./verifyFile.ts";

/** What {@link verifyCache} takes. */
export type VerifyCacheOptions = Pick<LoadOptions, "signal" | "onProgress">;

/**
 * Reads what a cache holds of a dataset and checks it against the checksums of its card. Nothing is changed: the next load replaces
 * what is damaged.
 *
 * @param options `onProgress` is called after each file
 * @returns as {@link listCache}, with `whole` or `damaged` in place of `present`
 * @throws {DatasetError} `CACHE_FAILED` when the cache cannot be read
 *
 * @example
 * const files = await verifyCache(fileCache(), mnist);
 * files.filter(({ state }) => state === "damaged").map(({ key }) => key); // []
 */
export async function verifyCache(
  cache: Cache,
  dataset: DatasetCard,
  { signal, onProgress }: VerifyCacheOptions = {},
): Promise<CachedFile[]> {
  const found: CachedFile[] = [];
  let room: Uint8Array | undefined;
  for (const entry of await listCache(cache, dataset)) {
    signal?.throwIfAborted();
    const { file, key } = entry;
    const bytes = entry.state === "present" ? await cache.get(key, room) : undefined;
    if (bytes === undefined) {
      found.push({ file, key, state: "missing" });
      continue;
    }
    const whole = await verifyFile(file, bytes).then(
      () => true,
      (error: unknown) => {
        if (isMismatch(error)) return false;
        throw error;
      },
    );
    found.push({ file, key, state: whole ? "whole" : "damaged" });
    onProgress?.({
      file: file.name,
      source: "cache",
      loadedBytes: bytes.length,
      totalBytes: bytes.length,
    });
    room = bytes;
  }
  return found;
}
