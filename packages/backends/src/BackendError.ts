/** What went wrong, stable across versions. */
export type BackendErrorCode =
  | "UNKNOWN_BACKEND"
  | "NOT_INSTALLED"
  | "NOT_AVAILABLE"
  | "START_FAILED"
  | "DEVICE_LOST"
  | "OUT_OF_MEMORY"
  | "SETUP_FAILED";

/** Thrown by this package; `code` says what happened, the message what to do. */
export class BackendError extends Error {
  override readonly name = "BackendError";
  readonly code: BackendErrorCode;

  constructor(code: BackendErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
