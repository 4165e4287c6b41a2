/** The stable reasons for which preparing data, training or measuring fails. */
export type TrainingErrorCode =
  | "INVALID_ARGUMENT"
  | "SHAPE_MISMATCH"
  | "NOT_COMPILED"
  | "NAN_LOSS"
  | "COMPUTATION_FAILED"
  | "CHECKPOINT_MISMATCH"
  | "CORRUPT_CHECKPOINT";

/** What every function of this package throws: a message that says what was expected, what came and what to do. */
export class TrainingError extends Error {
  override readonly name = "TrainingError";
  /** Stable across releases, unlike the message. */
  readonly code: TrainingErrorCode;

  constructor(code: TrainingErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
