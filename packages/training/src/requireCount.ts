import { TrainingError } from "./TrainingError.ts";

/** Throws `INVALID_ARGUMENT` unless `value` is an integer from `least`; `what` names it in the message. */
export function requireCount(value: number, what: string, least = 0): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `${what} must be ${least === 0 ? "an integer from 0" : "a positive integer"}, but it is ${value}.`,
  );
}
