import type { Samples } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";
import { type DigitSplit, drawDigit } from "./drawDigit.ts";

/** At most this many digits at once: 784 MB; draw more in parts, with `first`. */
const MAX_COUNT = 1_000_000;

/** Which digits to draw. */
export interface DrawDigitsOptions {
  /** How many digits, at most 1,000,000 at once. */
  readonly count: number;
  /**
   * A whole number; other seeds give other digits. Its low 32 bits count.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /**
   * The index of the first digit: `{ first: 1000, count: 500 }` continues `{ count: 1000 }`.
   *
   * @default 0
   */
  readonly first?: number | undefined;
  /**
   * Training and test digits come from different random streams: none of one is seen in the other.
   *
   * @default "train"
   */
  readonly split?: DigitSplit | undefined;
}

/**
 * Draws handwritten-looking digits with seeded stroke models, white on black.
 *
 * `x` is Uint8 `[count, 28, 28, 1]`, 0 to 255; `y` is Uint8 `[count]`, the labels 0 to 9. Every ten digits, counted
 * from index 0, show each class once, in random order. Digit i depends on the seed, the split and i alone, and is the
 * same to the bit on every machine and engine.
 *
 * @throws {DatasetError} `INVALID_ARGUMENT` for anything but whole numbers, `LIMIT_EXCEEDED` above 1,000,000 digits
 * @example
 * const { x, y } = drawDigits({ count: 64, seed: 7 });
 * x.shape; // [64, 28, 28, 1]
 */
export function drawDigits(options: DrawDigitsOptions): Samples<Uint8Array, Uint8Array> {
  const { count, seed = 1, first = 0, split = "train" } = options;
  requireWhole("count", count, 0);
  requireWhole("first", first, 0);
  requireWhole("seed", seed, Number.MIN_SAFE_INTEGER);
  if (split !== "train" && split !== "test") {
    throw new DatasetError("INVALID_ARGUMENT", `split: expected "train" or "test", got ${String(split)}`);
  }
  if (count > MAX_COUNT) {
    throw new DatasetError(
      "LIMIT_EXCEEDED",
      `count: expected at most ${MAX_COUNT} digits at once, got ${count}; draw them in parts with \`first\``,
    );
  }
  const x = new Uint8Array(count * 784);
  const y = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    y[i] = drawDigit(seed, split, first + i, x.subarray(i * 784, (i + 1) * 784));
  }
  return { x: { data: x, shape: [count, 28, 28, 1] }, y: { data: y, shape: [count] } };
}

function requireWhole(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  const expected = least === 0 ? "a whole number from 0 up" : "a whole number";
  throw new DatasetError("INVALID_ARGUMENT", `${name}: expected ${expected}, got ${String(value)}`);
}
