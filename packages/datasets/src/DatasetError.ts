/** The stable reasons for which loading or parsing a dataset fails. */
export type DatasetErrorCode =
  | "INVALID_ARGUMENT"
  | "INVALID_FORMAT"
  | "LIMIT_EXCEEDED"
  | "CHECKSUM_MISMATCH"
  | "OFFLINE"
  | "NOT_FOUND"
  | "DOWNLOAD_FAILED"
  | "CACHE_FAILED"
  | "UNSUPPORTED";

/**
 * What every function of this package throws: a message that says what was expected, what came and what to do.
 *
 * @example
 * try {
 *   await mnist.load({ offline: true });
 * } catch (error) {
 *   if (error instanceof DatasetError && error.code === "OFFLINE") showHowToDownload();
 * }
 */
export class DatasetError extends Error {
  override readonly name = "DatasetError";
  /** Stable across releases, unlike the message. */
  readonly code: DatasetErrorCode;

  constructor(code: DatasetErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
