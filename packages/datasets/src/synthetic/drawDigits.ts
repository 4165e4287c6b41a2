import type { Samples } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";
import { drawDigit } from "./drawDigit.ts";
import { requireWhole } from "./requireWhole.ts";

/** As many digits as one call may draw: 784 MB of pixels. */
export const MAX_COUNT = 1_000_000;

/** The random streams take 32 bits of an index. */
const MAX_INDEX = 2 ** 32;

/** Which digits to draw. */
export interface DrawDigitsOptions {
  /** How many digits, 0 to 1,000,000. */
  readonly count: number;
  /**
   * A whole number; other seeds give other digits. Its low 32 bits count.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /**
   * The index of the first digit: `{ first: 1000, count: 500 }` goes on where `{ count: 1000 }` ended.
   *
   * @default 0
   */
  readonly first?: number | undefined;
  /**
   * Which of two unrelated random streams to draw from, so that no digit to test with has been trained on.
   *
   * @default "train"
   */
  readonly split?: "train" | "test" | undefined;
}

/**
 * Draws digits as people write them, from seeded stroke models.
 *
 * Any number of 28x28 images, 10,000 in about half a second. Digit i depends on the seed, the split and i alone and
 * is the same to the bit on every machine and in every engine: nothing but IEEE 754 arithmetic and square roots make
 * it. Every ten digits, counted from index 0, show each class once, in random order.
 *
 * Returns
 * - `x`: `Uint8Array` of shape `[count, 28, 28, 1]`, from 0 (paper) to 255 (ink)
 * - `y`: `Uint8Array` of shape `[count]`, the digit from 0 to 9
 *
 * @throws {DatasetError} `INVALID_ARGUMENT` for anything but whole numbers, `LIMIT_EXCEEDED` above 1,000,000 digits in
 * one call or an index above 2^32
 * @example
 * const { x, y } = drawDigits({ count: 64, seed: 7 });
 * x.shape; // [64, 28, 28, 1]
 * y.data.subarray(0, 10); // each digit once
 */
export function drawDigits(options: DrawDigitsOptions): Samples<Uint8Array, Uint8Array> {
  const { count, seed = 1, first = 0, split = "train" } = options;
  requireWhole("count", count, 0, MAX_COUNT);
  requireWhole("first", first, 0, MAX_INDEX - count);
  requireWhole("seed", seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  if (split !== "train" && split !== "test") {
    throw new DatasetError("INVALID_ARGUMENT", `split must be "train" or "test", got ${String(split)}`);
  }
  const x = new Uint8Array(count * 784);
  const y = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    y[i] = drawDigit(seed, split, first + i, x.subarray(i * 784, (i + 1) * 784));
  }
  return { x: { data: x, shape: [count, 28, 28, 1] }, y: { data: y, shape: [count] } };
}
