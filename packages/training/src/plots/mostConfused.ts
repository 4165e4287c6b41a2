/** Two classes of which one is taken for the other. */
export interface Confusion {
  readonly actual: string;
  readonly predicted: string;
  /** How many samples of `actual` were taken for `predicted`. */
  readonly count: number;
}

/**
 * The commonest mistakes of a confusion matrix, most frequent first.
 *
 * @param matrix counts `[actual][predicted]`
 * @param classNames the names of the classes, in the order of the matrix
 * @param limit at most so many, default 3
 *
 * @example
 * mostConfused([[9, 1], [4, 10]], ["cat", "dog"]); // [{ actual: "dog", predicted: "cat", count: 4 }, …]
 */
export function mostConfused(
  matrix: readonly (readonly number[])[],
  classNames: readonly string[],
  limit = 3,
): Confusion[] {
  return matrix
    .flatMap((counts, actual) =>
      counts.map((count, predicted) => ({
        actual: classNames[actual] ?? String(actual),
        predicted: classNames[predicted] ?? String(predicted),
        count: actual === predicted ? 0 : count,
      })),
    )
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, limit);
}
