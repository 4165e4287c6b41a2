/** The stable reasons for which writing events fails. */
export type TensorboardErrorCode = "INVALID_ARGUMENT" | "WRITE_FAILED" | "UNSUPPORTED";

/** What every function of this package throws: a message that says what was expected, what came and what to do. */
export class TensorboardError extends Error {
  override readonly name = "TensorboardError";
  /** Stable across releases, unlike the message. */
  readonly code: TensorboardErrorCode;

  constructor(code: TensorboardErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
