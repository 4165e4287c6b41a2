/** The stable reasons for which reading or encoding a table fails. */
export type TableErrorCode =
  | "INVALID_ARGUMENT"
  | "INVALID_FORMAT"
  | "UNSUPPORTED"
  | "NOT_FOUND"
  | "LIMIT_EXCEEDED"
  | "UNKNOWN_COLUMN"
  | "MISSING_COLUMN"
  | "UNUSABLE_TARGET"
  | "TOO_FEW_ROWS";

/**
 * What every function of this package throws: a message that says what was expected, what came and what to do.
 *
 * @example
 * try {
 *   await table("houses.csv", { target: "prize" });
 * } catch (error) {
 *   if (error instanceof TableError && error.code === "UNKNOWN_COLUMN") showColumns();
 * }
 */
export class TableError extends Error {
  override readonly name = "TableError";
  /** Stable across releases, unlike the message. */
  readonly code: TableErrorCode;

  constructor(code: TableErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
