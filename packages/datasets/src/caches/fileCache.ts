import { platform } from "@minibatch/datasets/internal/platform";
import type { Cache } from "./Cache.ts";

/** A cache in a folder. */
export interface FileCache extends Cache {
  /** Where its files are. */
  readonly folder: string;
}

/**
 * A cache of files in a folder, laid out as a mirror: `mnist/train-labels-idx1-ubyte.gz`.
 *
 * Several processes may use one folder at once, and one that is killed leaves no broken entry: a file is written
 * under another name, flushed to the disk and renamed. The cache's methods throw a {@link DatasetError} with the code
 * `CACHE_FAILED` when the file system refuses; loads go on without the cache then.
 *
 * @param folder where the files go; made when the first one comes
 * @default `minibatch` in `$XDG_CACHE_HOME`, else in `~/.cache`, `~/Library/Caches` or `%LOCALAPPDATA%`; `minibatch-<user id>` in the
 * system's temporary folder for a user without a home
 * @throws {DatasetError} `UNSUPPORTED` in browsers
 *
 * @example
 * await mnist.load({ cache: fileCache("./data") });
 */
export function fileCache(folder?: string): FileCache {
  return platform.fileCache(folder);
}
