import { ModelError } from "./ModelError.ts";

/** Throws unless `value` counts something; `what` names it in the message. */
export function requirePositiveInteger(value: number, what: string): void {
  if (Number.isSafeInteger(value) && value > 0) return;
  throw new ModelError("INVALID_ARGUMENT", `${what} must be a positive integer, but it is ${value}.`);
}
