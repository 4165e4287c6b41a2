/** A batch of 12 values before it is moved and spread: their mean is 0 and their deviation 1, up to rounding. */
const pattern = [-1.7, -1.2, -0.9, -0.6, -0.4, -0.1, 0.2, 0.4, 0.5, 0.9, 1.1, 1.8];

/** What keeps a division from being by 0: Keras' default. */
export const batchNormEpsilon = 1e-3;

/** How much of the averages a step keeps: Keras' default. */
const momentum = 0.99;

/** Where the ringed sample stands in the batch. */
export const ringed = 9;

/** By what a value is normalized. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** The batch of the lesson, moved and spread. */
export function lessonBatch(mean: number, deviation: number): readonly number[] {
  return pattern.map((value) => mean + deviation * value);
}

/** Mean and variance of some values. */
export function momentsOf(values: readonly number[]): Moments {
  const meanOf = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = meanOf(values);
  return { mean, variance: meanOf(values.map((value) => (value - mean) ** 2)) };
}

/** The averages after so many batches of the same moments: from mean 0 and variance 1 each step goes a hundredth of the way that is left. */
export function averageAfter(steps: number, { mean, variance }: Moments): Moments {
  const left = momentum ** steps;
  return { mean: mean + left * (0 - mean), variance: variance + left * (1 - variance) };
}

/** What a unit has learned, and what is added to its variance. */
export interface Normalization {
  readonly scale: number;
  readonly shift: number;
  readonly epsilon: number;
}

/** A value as it leaves the unit. */
export function normalized(
  value: number,
  { mean, variance }: Moments,
  { scale, shift, epsilon }: Normalization,
): number {
  return ((value - mean) / Math.sqrt(variance + epsilon)) * scale + shift;
}
