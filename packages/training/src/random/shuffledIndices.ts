import { requireCount } from "../requireCount.ts";

/**
 * Gives the numbers from 0 to `count - 1` in random order, by the Fisher-Yates shuffle.
 *
 * @param random a generator of numbers in [0, 1), e.g. of {@link seededRandom}
 * @returns a permutation; every one is equally likely
 * @throws {TrainingError} `INVALID_ARGUMENT` unless the count is an integer from 0
 * @example
 * const order = shuffledIndices(train.y.data.length, seededRandom(1));
 * const shuffled = gatherRows(train, order);
 */
export function shuffledIndices(count: number, random: () => number): Uint32Array {
  requireCount(count, "count");
  const indices = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = indices[last] as number;
    indices[last] = indices[other] as number;
    indices[other] = held;
  }
  return indices;
}
