/** The stable reasons for which planning or merging a sweep fails. */
export type SweepErrorCode =
  | "INVALID_AXIS"
  | "INVALID_PLAN"
  | "TOO_MANY_ENTRIES"
  | "OTHER_ENTRY"
  | "NOTHING_TO_HALVE";

/**
 * What every function of this package throws: a message that says what was expected, what came and what to do.
 *
 * @example
 * try {
 *   parseAxis("batchSize");
 * } catch (error) {
 *   if (error instanceof SweepError && error.code === "INVALID_AXIS") showUsage();
 * }
 */
export class SweepError extends Error {
  override readonly name = "SweepError";
  /** Stable across releases, unlike the message. */
  readonly code: SweepErrorCode;

  constructor(code: SweepErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
