/** How much colour a cell of a confusion matrix has, 0 to 1. */
export type Heat = (actual: number, predicted: number) => number;

/**
 * Gives the colours of a confusion matrix by the shares of its rows. A share shows by its root, or a few mistakes among thousands would not
 * show at all.
 *
 * @param matrix counts `[actual][predicted]`
 * @param mistakesAlone whether what is right has no colour, and the largest share of mistakes all of it
 */
export function heatOf(matrix: readonly (readonly number[])[], mistakesAlone: boolean): Heat {
  const totals = matrix.map((row) => row.reduce((sum, count) => sum + count, 0));
  const share = (actual: number, predicted: number): number =>
    (matrix[actual]?.[predicted] ?? 0) / (totals[actual] || 1);
  if (!mistakesAlone) return (actual, predicted) => Math.sqrt(share(actual, predicted));
  const most = matrix.reduce(
    (most, row, actual) =>
      row.reduce(
        (most, _, predicted) => (actual === predicted ? most : Math.max(most, share(actual, predicted))),
        most,
      ),
    0,
  );
  return (actual, predicted) =>
    actual === predicted || most === 0 ? 0 : Math.sqrt(share(actual, predicted) / most);
}
