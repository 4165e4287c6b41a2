import { ConformanceError } from "./ConformanceError.ts";

/** What a value may differ from the reference, as a part of the largest: float32 with sums in any order stays far below. */
const TOLERANCE = 5e-4;

/**
 * Compares results with the reference.
 *
 * @param what for the message
 * @throws {ConformanceError} `WRONG_RESULT`
 */
export function checkClose(what: string, actual: readonly number[], expected: readonly number[]): void {
  if (actual.length !== expected.length) {
    throw wrong(`${what}: expected ${expected.length} values, got ${actual.length}`);
  }
  const size = Math.max(1e-3, ...expected.map(Math.abs));
  for (const [index, value] of actual.entries()) {
    const reference = expected[index] ?? Number.NaN;
    if (!(Math.abs(value - reference) <= TOLERANCE * size)) {
      throw wrong(`${what}: expected ${reference} at ${index}, got ${value}`);
    }
  }
}

function wrong(message: string): ConformanceError {
  return new ConformanceError("WRONG_RESULT", message);
}
