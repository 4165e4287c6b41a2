/**
 * Where verified files are kept between loads. Keys look like `mnist/train-labels-idx1-ubyte.gz`.
 *
 * A cache may lose an entry at any time; loaders verify what `get` returns and replace what is wrong.
 */
export interface Cache {
  /**
   * The bytes under `key`, or `undefined` when there are none.
   *
   * @param room an array that nobody needs any more: who reads many large entries in turn saves memory when they are
   * read into it, if they fit. A cache may ignore it.
   */
  get(key: string, room?: Uint8Array): Promise<Uint8Array | undefined>;
  /** Stores `bytes` under `key`, wholly or not at all. Once the promise has settled they may change: copy what stays in memory. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Removes `key` if it is there. */
  delete(key: string): Promise<void>;
  /** Every key that holds an entry. */
  list(): Promise<string[]>;
}
