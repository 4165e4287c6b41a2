import { DatasetError } from "../DatasetError.ts";

/** Throws unless `value` is a whole number from `least` to `most`. */
export function requireWhole(name: string, value: number, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    const range = least === 0 ? " from 0 up" : "";
    throw new DatasetError(
      "INVALID_ARGUMENT",
      `${name} must be a whole number${range}, got ${String(value)}`,
    );
  }
  if (value > most) {
    throw new DatasetError(
      "LIMIT_EXCEEDED",
      `${name} must be at most ${most}, got ${value}: draw less at once`,
    );
  }
}
