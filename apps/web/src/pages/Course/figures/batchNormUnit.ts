/** A batch of 12 values before it is moved and spread: their mean is 0 and their deviation 1, up to rounding. */
const pattern = [-1.7, -1.2, -0.9, -0.6, -0.4, -0.1, 0.2, 0.4, 0.5, 0.9, 1.1, 1.8];

/** What keeps a division from being by 0: Keras' default. */
export const batchNormEpsilon = 1e-3;

/** How much of the averages a step keeps: Keras' default. */
const momentum = 0.99;

/** Where the ringed sample stands in the batch. */
export const ringed = 9;

/** A batch on its way through a unit of batch normalization. */
interface BatchNormalized {
  readonly before: readonly number[];
  readonly mean: number;
  readonly variance: number;
  /** By the batch, as in training. */
  readonly inTraining: readonly number[];
  /** The averages of mean and variance after some steps. */
  readonly average: { readonly mean: number; readonly variance: number };
  /** By the averages, as when the network answers. */
  readonly later: readonly number[];
}

/** The knobs of the figure. */
interface BatchNormSettings {
  readonly mean: number;
  readonly deviation: number;
  readonly scale: number;
  readonly shift: number;
  /** How many batches like this one the averages have seen. */
  readonly steps: number;
}

/** Normalizes the batch both ways. */
export function normalizeBatch({
  mean: centre,
  deviation,
  scale,
  shift,
  steps,
}: BatchNormSettings): BatchNormalized {
  const before = pattern.map((value) => centre + deviation * value);
  const mean = meanOf(before);
  const variance = meanOf(before.map((value) => (value - mean) ** 2));
  // From 0 and 1 each step goes a hundredth of the way that is left.
  const left = momentum ** steps;
  const average = { mean: mean + left * (0 - mean), variance: variance + left * (1 - variance) };
  const by = (of: typeof average): readonly number[] =>
    before.map((value) => ((value - of.mean) / Math.sqrt(of.variance + batchNormEpsilon)) * scale + shift);
  return { before, mean, variance, inTraining: by({ mean, variance }), average, later: by(average) };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
