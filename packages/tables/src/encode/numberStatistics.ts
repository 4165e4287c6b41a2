/** What numbers are scaled and filled in by. */
export interface NumberStatistics {
  readonly median: number;
  readonly mean: number;
  /** The standard deviation over all of them; 1 where they are all alike. */
  readonly deviation: number;
}

/** Measures numbers; none at all are taken for zeros. */
export function numberStatistics(numbers: readonly number[]): NumberStatistics {
  if (numbers.length === 0) return { median: 0, mean: 0, deviation: 1 };
  const sorted = Float64Array.from(numbers).sort();
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length;
  return { median, mean, deviation: Math.sqrt(variance) || 1 };
}
