/** The stable reasons for which building, saving or loading a model fails. */
export type ModelErrorCode =
  | "INVALID_ARGUMENT"
  | "NOT_FOUND"
  | "DOWNLOAD_FAILED"
  | "CORRUPT_MODEL"
  | "UNSUPPORTED_LOCATION"
  | "SAVE_FAILED";

/** What every function of this package throws: a message that says what was expected, what came and what to do. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  /** Stable across releases, unlike the message. */
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
