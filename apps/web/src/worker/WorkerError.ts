/** What a command failed with, in the worker. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
  /** The code of the package's error, such as `NAN_LOSS`; `CRASHED` when the worker itself broke. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
