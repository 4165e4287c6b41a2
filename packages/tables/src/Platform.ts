/** What Node and browsers do differently; `internal/platform` resolves to the one that fits. */
export interface Platform {
  /**
   * The bytes of what a path names.
   *
   * @throws {TableError} `NOT_FOUND`, or `UNSUPPORTED` where there are no files
   */
  readFile(path: string): Promise<Uint8Array>;
}
