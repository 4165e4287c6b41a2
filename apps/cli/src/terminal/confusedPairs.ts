import { mostConfused } from "@minibatch/training";

/** The commonest mistakes of a confusion matrix in words. */
export function confusedPairs(matrix: readonly (readonly number[])[], classNames: readonly string[]): string {
  const pairs = mostConfused(matrix, classNames, 3);
  if (pairs.length === 0) return "Nothing was confused.\n";
  const times = (count: number) => (count === 1 ? "(once)" : `(${count} times)`);
  const words = pairs.map(
    ({ actual, predicted, count }) => `${actual} taken for ${predicted} ${times(count)}`,
  );
  return `Most often confused: ${words.join(", ")}.\n`;
}
