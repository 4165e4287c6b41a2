/** What a command failed with, in the worker. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
  /** The code of the package's error, such as `NAN_LOSS`; `CRASHED` when the worker itself broke. */
  readonly code: string;
  /** What the message says in its place: names of files, sizes, what is wrong. The page's other language is put together of them. */
  readonly details: readonly string[];

  constructor(code: string, message: string, details: readonly string[] = []) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
