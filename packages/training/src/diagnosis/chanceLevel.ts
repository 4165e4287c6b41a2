/** A network that learned nothing: it is right as often as one that says the same about every sample. */
export interface ChanceLevel {
  /** How often the network is right, 0 to 1. */
  readonly accuracy: number;
  /** How often one is right who always says the commonest class. */
  readonly chance: number;
  /** The class that the network says nearly always, if there is one. */
  readonly always: number | undefined;
}

/** From this share of all answers on, they are the same nearly always. */
const nearlyAll = 0.9;
/** Luck makes a difference of so many standard deviations once in hundreds of runs. */
const deviations = 3;
/** On a test set so small that luck makes more than this, who is better than guessing may just have learned something. */
const mostLuck = 0.05;

/**
 * Says how a confusion matrix compares with guessing.
 *
 * @param matrix counts `[actual][predicted]`
 * @returns `undefined` where the network does better
 */
export function chanceLevel(matrix: readonly (readonly number[])[]): ChanceLevel | undefined {
  const actual = matrix.map(sum);
  const predicted = matrix.map((_, column) => sum(matrix.map((row) => row[column] ?? 0)));
  const total = sum(actual);
  const accuracy = sum(matrix.map((row, index) => row[index] ?? 0)) / total;
  const chance = Math.max(...actual) / total;
  const luck = Math.min(mostLuck, deviations * Math.sqrt((chance * (1 - chance)) / total));
  if (!(total > 0) || chance === 1 || accuracy > chance + luck) return undefined;
  const always = predicted.findIndex((count) => count >= nearlyAll * total);
  return { accuracy, chance, always: always < 0 ? undefined : always };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
