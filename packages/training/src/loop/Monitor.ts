import { TrainingError } from "../TrainingError.ts";
import type { Logs } from "../History.ts";

/** Which column of the history is watched, and what counts as better. */
export interface Monitor {
  /**
   * A column of the history: `loss`, `valLoss`, `accuracy`, `valAccuracy` or another compiled metric.
   *
   * @default "valLoss"
   */
  readonly monitor?: string | undefined;
  /**
   * Whether lower or higher values are better.
   *
   * @default "max" for accuracy, precision, recall and r2Score, "min" for everything else
   */
  readonly mode?: "min" | "max" | undefined;
  /**
   * By how much a value has to be better to count, in the unit of the column.
   *
   * @default 0 for early stopping, 0.0001 for the learning rate, as in Keras
   */
  readonly minDelta?: number | undefined;
}

/** A {@link Monitor} with nothing left open. */
export interface ResolvedMonitor {
  readonly monitor: string;
  /** The value of this epoch. */
  readonly valueOf: (logs: Logs) => number;
  /** Whether a value is better than the best one so far, if there is one; what is not finite never is. */
  readonly improves: (value: number, best: number | null) => boolean;
}

/**
 * Decides what is open in a monitor.
 *
 * @param columns what each epoch will measure
 * @throws {TrainingError} `INVALID_ARGUMENT` when the column is none of them, or the margin is no number from 0
 */
export function resolveMonitor(
  { monitor = "valLoss", mode, minDelta = 0 }: Monitor,
  columns: readonly string[],
): ResolvedMonitor {
  if (!columns.includes(monitor)) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `"${monitor}" is monitored, but an epoch measures ${columns.join(", ")}. ` +
        "Name one of these, or give validationSplit or validationData for those of the validation.",
    );
  }
  if (!(minDelta >= 0)) {
    throw new TrainingError("INVALID_ARGUMENT", `minDelta must be at least 0, but it is ${minDelta}.`);
  }
  const sign = (mode ?? defaultMode(monitor)) === "max" ? -1 : 1;
  return {
    monitor,
    valueOf: (logs) => logs[monitor] ?? Number.NaN,
    improves: (value, best) =>
      Number.isFinite(value) && (best === null || sign * value + minDelta < sign * best),
  };
}

function defaultMode(monitor: string): "min" | "max" {
  return /(accuracy|precision|recall|r2Score)$/i.test(monitor) ? "max" : "min";
}
