import { TrainingError } from "../TrainingError.ts";

/**
 * Runs what tfjs computes, and gives errors that have no `code` one: those of tfjs, and of losses and layers that are the
 * user's.
 *
 * @throws {TrainingError} `COMPUTATION_FAILED`, with the error as its cause
 */
export function computing<Result>(what: string, compute: () => Result): Result {
  try {
    return compute();
  } catch (cause) {
    if (typeof (cause as { code?: unknown } | null)?.code === "string") throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TrainingError("COMPUTATION_FAILED", `TensorFlow.js could not compute ${what}: ${reason}`, {
      cause,
    });
  }
}
