import type { RecipeResult } from "@minibatch/recipes";
import { argMax } from "@minibatch/training";

/** A test sample of one's own data, and what the network made of it. */
export interface TestedRow {
  /** Of a picture its path on the page; of a row of a table its number, from 1. */
  readonly name: string;
  /** The number of its class, or its value. */
  readonly actual: number;
  readonly predicted: number;
  /** How sure the network was of the class, 0 to 1; not of values. */
  readonly probability?: number;
}

/**
 * Every row of the test set of a run.
 *
 * @param names what they are called
 */
export function testedRows(result: RecipeResult, names: readonly string[]): TestedRow[] {
  const actual = (row: number): number => result.testSet.y.data[row] as number;
  if (result.task === "regression") {
    const { data } = result.testPredictions;
    return names.map((name, row) => ({ name, actual: actual(row), predicted: data[row] as number }));
  }
  const { data, shape } = result.testProbabilities;
  const [, classes = 1] = shape;
  const predictions = argMax(result.testProbabilities);
  return names.map((name, row) => {
    const predicted = predictions[row] as number;
    return {
      name,
      actual: actual(row),
      predicted,
      probability: data[row * classes + predicted] as number,
    };
  });
}
