import type { NdArray } from "@minibatch/datasets";
import { seededRandom } from "../random/seededRandom.ts";
import { shuffledIndices } from "../random/shuffledIndices.ts";
import { TrainingError } from "../TrainingError.ts";

/** Features that mean one thing together, such as the columns of a category that is one-hot. */
export interface FeatureGroup {
  readonly name: string;
  /** The first of its features. */
  readonly start: number;
  /** The one after its last. */
  readonly end: number;
}

/** How much a model's score falls when the values of a group are dealt to other rows. */
export interface FeatureImportance {
  readonly name: string;
  /** The mean fall of the score; near 0 or below for what the model does not need. */
  readonly mean: number;
  /** The standard deviation over the repetitions. */
  readonly deviation: number;
}

/** Options of {@link permutationImportance}. */
export interface PermutationImportanceOptions {
  /**
   * How often the values of each group are dealt anew.
   *
   * @default 5
   */
  readonly repeats?: number | undefined;
  /**
   * Fixes how they are dealt.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
}

/**
 * Measures what a model makes of each group of features: how much worse it scores when only these are shuffled between rows, as
 * scikit-learn's `permutation_importance` does (L. Breiman, Random Forests, 2001, doi:10.1023/A:1010933404324). Features that say the same
 * share their importance.
 *
 * Costs `repeats` predictions of all rows for each group, and a copy of `x`.
 *
 * @param x `[rows, features]`
 * @param score measures inputs of that shape: higher is better, e.g. the accuracy, or the error with a minus
 * @returns a row for each group, the most important first
 * @throws {TrainingError} `SHAPE_MISMATCH`
 * @example
 * const score = async (x: NdArray) => accuracy(test.y.data, argMax(await predict(model, x)));
 * const [first] = await permutationImportance(test.x, columnRanges(encoding), score);
 */
export async function permutationImportance(
  x: NdArray,
  groups: readonly FeatureGroup[],
  score: (x: NdArray) => number | Promise<number>,
  { repeats = 5, seed = 1 }: PermutationImportanceOptions = {},
): Promise<FeatureImportance[]> {
  const [rows = 0, features = 0] = x.shape;
  const beyond = groups.find(({ start, end }) => !(start >= 0 && start < end && end <= features));
  if (x.shape.length !== 2 || beyond) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `Inputs [rows, features] and groups of their features are expected; they are [${x.shape.join(", ")}]` +
        (beyond ? `, and "${beyond.name}" has the features ${beyond.start} to ${beyond.end - 1}.` : "."),
    );
  }
  const whole = await score(x);
  const importances: FeatureImportance[] = [];
  for (const { name, start, end } of groups) {
    const falls: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const order = shuffledIndices(rows, seededRandom(seed, "importance", name, repeat));
      falls.push(whole - (await score({ ...x, data: dealt(x, start, end, order) })));
    }
    const mean = falls.reduce((sum, fall) => sum + fall, 0) / repeats;
    const variance = falls.reduce((sum, fall) => sum + (fall - mean) ** 2, 0) / repeats;
    importances.push({ name, mean, deviation: Math.sqrt(variance) });
  }
  return importances.sort((a, b) => b.mean - a.mean);
}

/** The values, those of the features from `start` to before `end` taken from other rows. */
function dealt({ data, shape }: NdArray, start: number, end: number, order: Uint32Array): NdArray["data"] {
  const [, features = 0] = shape;
  const copy = data.slice();
  for (const [row, from] of order.entries()) {
    for (let feature = start; feature < end; feature += 1) {
      copy[row * features + feature] = data[from * features + feature] as number;
    }
  }
  return copy;
}
