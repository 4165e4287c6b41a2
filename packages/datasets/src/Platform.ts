import type { Cache } from "./caches/Cache.ts";
import type { FileCache } from "./caches/fileCache.ts";

/** Where a `mirror` option points: a folder on this machine or an address that ends in a slash. */
export type MirrorLocation = { readonly folder: string } | { readonly url: string };

/** What came back by HTTP, as soon as its headers are here. */
export interface HttpAnswer {
  readonly status: number;
  /** The value of a header; `null` for one that is not there, or hidden from this page. */
  readonly header: (name: string) => string | null;
  /** The body, unzipped if it was zipped for the way; each piece is valid until the next one is asked for. */
  readonly pieces: AsyncIterable<Uint8Array>;
  /** The way it took, for messages, where that was not straight: it may be to blame. */
  readonly via?: string;
}

/** What Node and browsers do differently; `internal/platform` resolves to the one that fits. */
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
  /**
   * Gets `url` by HTTP, and follows redirects.
   *
   * The connection is held until the body has been read, or left by whoever reads it, or `signal` aborts; what waits then rejects
   * with the signal's reason.
   *
   * @throws {TypeError} for everything between here and the server, then and while the body arrives; its `cause` may say more
   */
  get(url: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<HttpAnswer>;
  /** SHA-256 of `bytes` in lower-case hex. */
  sha256(bytes: Uint8Array): Promise<string>;
  /**
   * Unzips what comes, piece by piece; whoever stops reading stops the work. In Node, no piece is asked for before the one
   * before it is used up.
   *
   * @param length how many bytes will be read, if that is known: the pieces may lie side by side in one array then, which is the
   * reader's. Without it, each piece is valid until the next one is asked for.
   */
  decompress(
    format: "gzip" | "deflate-raw",
    pieces: AsyncIterable<Uint8Array>,
    length?: number,
  ): AsyncIterable<Uint8Array>;
}
