/** What a backend did wrong. */
export type ConformanceErrorCode = "WRONG_RESULT" | "LEAK";

/** Thrown by a spec of the conformance suite; the message says what was expected and what came. */
export class ConformanceError extends Error {
  override readonly name = "ConformanceError";
  readonly code: ConformanceErrorCode;

  constructor(code: ConformanceErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
