/** The stable reasons for which a command fails before any package does. */
export type CliErrorCode =
  | "INVALID_USAGE"
  | "RUN_EXISTS"
  | "RUN_NOT_FOUND"
  | "RUN_FINISHED"
  | "INVALID_RUN"
  | "INVALID_EXPERIMENT"
  | "FILE_EXISTS"
  | "TOO_FEW_SAMPLES"
  | "NOT_WRITABLE"
  | "NOT_READABLE"
  | "FILE_FAILED"
  | "MODEL_NOT_FOUND"
  | "MODEL_MISMATCH"
  | "INVALID_IMAGE"
  | "INVALID_LABELS"
  | "PLAN_NOT_FOUND"
  | "OTHER_VERSION"
  | "DATA_CHANGED"
  | "CANNOT_SERVE"
  | "INTERRUPTED";

/** What the commands throw: a message that says what was expected, what came and what to do. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly code: CliErrorCode;

  constructor(code: CliErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
