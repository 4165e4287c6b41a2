import type { NdArray } from "@minibatch/datasets";
import { requireWhole } from "../data/requireWhole.ts";
import { TrainingError } from "../TrainingError.ts";

/** A sample that the model took for another class. */
export interface Mistake {
  /** The row of the sample. */
  readonly index: number;
  readonly actual: number;
  readonly predicted: number;
  /** How sure the model was of the wrong class, 0 to 1. */
  readonly probability: number;
}

/**
 * The samples on which a classifier was wrong and sure of it, surest first.
 *
 * @param actual the true class of each sample
 * @param probabilities the probability of each class for each sample, `[n, classes]`
 * @param limit at most so many, default 24
 * @throws {TrainingError} `SHAPE_MISMATCH`
 * @example
 * const probabilities = { data: Float32Array.of(0.5, 0.5, 1, 0), shape: [2, 2] };
 * worstMistakes([0, 1], probabilities); // [{ index: 1, actual: 1, predicted: 0, probability: 1 }]
 */
export function worstMistakes(actual: ArrayLike<number>, probabilities: NdArray, limit = 24): Mistake[] {
  const classes = probabilities.shape[1] ?? 1;
  requireWhole(probabilities, "probabilities");
  if (probabilities.shape[0] !== actual.length) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `probabilities must be [${actual.length}, classes], but they are [${probabilities.shape.join(", ")}].`,
    );
  }
  const mistakes: Mistake[] = [];
  for (let index = 0; index < actual.length; index++) {
    const row = probabilities.data.subarray(index * classes, (index + 1) * classes);
    const probability = Math.max(...row);
    const predicted = row.indexOf(probability);
    const label = actual[index] ?? -1;
    if (predicted !== label) mistakes.push({ index, actual: label, predicted, probability });
  }
  return mistakes.sort((a, b) => b.probability - a.probability || a.index - b.index).slice(0, limit);
}
