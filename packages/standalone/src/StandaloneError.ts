/** The stable reasons for which a model cannot leave as plain JavaScript. */
export type StandaloneErrorCode = "UNSUPPORTED_LAYER" | "UNSUPPORTED_MODEL";

/**
 * What every function of this package throws: a message that says what was expected, what came and what to do.
 *
 * @example
 * try {
 *   await storeModel(model);
 * } catch (error) {
 *   if (error instanceof StandaloneError && error.code === "UNSUPPORTED_LAYER") exportToOnnx();
 * }
 */
export class StandaloneError extends Error {
  override readonly name = "StandaloneError";
  /** Stable across releases, unlike the message. */
  readonly code: StandaloneErrorCode;

  constructor(code: StandaloneErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
