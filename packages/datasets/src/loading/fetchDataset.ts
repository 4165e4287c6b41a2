import { platform } from "@minibatch/datasets/internal/platform";
import type { Cache } from "../caches/Cache.ts";
import type { DatasetCard, LoadOptions } from "../Dataset.ts";
import { loadEither } from "./loadEither.ts";
import { loadMembers } from "./loadMembers.ts";
import { patientTransfer } from "./Transfer.ts";

/** What {@link fetchDataset} takes. */
export type FetchDatasetOptions = Omit<LoadOptions, "limit" | "split">;

/**
 * Brings all files of a dataset into the cache, verified, so that it loads offline afterwards. What is there already is verified
 * and kept; no arrays are made.
 *
 * @throws {DatasetError} as `Dataset.load`, and `CACHE_FAILED` when the cache cannot be written
 *
 * @example
 * await fetchDataset(mnist, { onProgress: ({ file, loadedBytes, totalBytes }) => draw(file, loadedBytes / totalBytes) });
 */
export async function fetchDataset(dataset: DatasetCard, options: FetchDatasetOptions = {}): Promise<void> {
  const { cache = platform.defaultCache() } = options;
  // A load goes on when the cache refuses; here, that is what it is all about.
  let refusal: unknown;
  const insisting: Cache = {
    get: (key, room) => cache.get(key, room),
    put: (key, bytes) =>
      cache.put(key, bytes).catch((error: unknown) => {
        refusal ??= error;
      }),
    delete: (key) => cache.delete(key),
    list: () => cache.list(),
  };
  for (const file of dataset.files) {
    const { members } = file;
    const from = { ...options, cache: insisting };
    if (members === undefined) await loadEither(dataset, file, from, patientTransfer);
    else await loadMembers(dataset, { ...file, members }, from, patientTransfer, () => {});
    if (refusal !== undefined) throw refusal;
  }
}
