import { pickSamples, type RecipeResult } from "@minibatch/recipes";
import type { KeptRows, KeptTest } from "../../storage/ownRun.ts";

/**
 * What is kept of the test set of a run on one's own data, which are not kept.
 *
 * @param names what the rows of the test set are called
 */
export function keptTest(result: RecipeResult, names: readonly string[]): KeptTest {
  const testSet = { ...result.testSet, names };
  if (result.task === "classification") {
    return { samples: pickSamples(testSet, result.testProbabilities, result.metadata.classNames ?? []) };
  }
  const { targetName } = result.metadata;
  const rows = (y: ArrayLike<number>, predicted: ArrayLike<number>): KeptRows => ({
    y: Array.from(y),
    predicted: Array.from(predicted),
  });
  return {
    predictions: {
      ...(targetName !== undefined && { target: targetName }),
      train: rows(result.trainSet.y.data, result.trainPredictions.data),
      test: { names, ...rows(result.testSet.y.data, result.testPredictions.data) },
    },
  };
}
