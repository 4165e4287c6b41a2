import { WorkerError } from "./WorkerError.ts";

/** Why something failed, as plain data: it is put into words when it is shown, in the language of that moment. */
export interface Failure {
  /** The stable code of the error; `FAILED` where it has none. */
  readonly code: string;
  /** In English. */
  readonly message: string;
  /** What the message says in its place: names of files, sizes, what is wrong. */
  readonly details: readonly string[];
}

/** Why something failed. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WorkerError) {
    const { code, message, details } = error;
    return { code, message, details };
  }
  return { code: "FAILED", message: error instanceof Error ? error.message : String(error), details: [] };
}
