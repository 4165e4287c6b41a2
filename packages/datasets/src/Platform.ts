import type { Cache } from "./caches/Cache.ts";
import type { FileCache } from "./caches/fileCache.ts";

/** Where a `mirror` option points: a folder on this machine or an address that ends in a slash. */
export type MirrorLocation = { readonly folder: string } | { readonly url: string };

/** What Node and browsers do differently; `#platform` resolves to the one that fits. */
export interface Platform {
  /** The cache of loads that name none. */
  defaultCache(): Cache;
  fileCache(folder?: string): FileCache;
  /** Tells folders from addresses. */
  locateMirror(mirror: string): MirrorLocation;
  /**
   * Opens a file of a mirror folder.
   *
   * @returns its bytes, piece by piece, each of which the next one overwrites
   * @throws {DatasetError} `NOT_FOUND` when there is no such file, or it cannot be read
   */
  openFile(folder: string, key: string): Promise<AsyncIterable<Uint8Array>>;
  /** SHA-256 of `bytes` in lower-case hex. */
  sha256(bytes: Uint8Array): Promise<string>;
  /**
   * Unzips what comes, piece by piece; whoever stops reading stops the work. In Node, no piece is asked for before the one
   * before it is used up.
   *
   * @param length how many bytes will be read, if that is known: the pieces may lie side by side in one array then
   */
  decompress(
    format: "gzip" | "deflate-raw",
    pieces: AsyncIterable<Uint8Array>,
    length?: number,
  ): AsyncIterable<Uint8Array>;
}
