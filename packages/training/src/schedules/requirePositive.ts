import { TrainingError } from "../TrainingError.ts";

/** Throws `INVALID_ARGUMENT` unless every option is a finite number above 0. */
export function requirePositive(options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (value > 0 && Number.isFinite(value)) continue;
    throw new TrainingError("INVALID_ARGUMENT", `${name} must be a number above 0, but it is ${value}.`);
  }
}
