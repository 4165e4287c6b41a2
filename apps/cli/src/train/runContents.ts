import type { NdArray, Samples } from "@minibatch/datasets";
import type { RecipeResult } from "@minibatch/recipes";
import type { PredictedRows } from "../run/PredictionsRecord.ts";
import { pickSamples } from "../run/pickSamples.ts";
import type { RunContents } from "../run/RunContents.ts";
import type { BesideResult, RunRecord } from "../run/RunRecord.ts";

/**
 * What a finished run leaves in its folder beside the model.
 *
 * @param out the run folder, as a person would type it
 */
export function runContents(
  trained: RecipeResult,
  { backend }: RunRecord,
  beside: BesideResult,
  out: string,
): RunContents {
  const { recipe, dataset, parameters, settings, samples, history, published } = trained;
  const { samplesPerSecond, seconds, metadata } = trained;
  const { seed, epochs } = settings;
  // The backend by our name: what tfjs calls "tensorflow" is our "node".
  const what = { recipe, dataset, backend, parameters, seed, epochs, settings, samples, history };
  const rest = { published, ...beside, samplesPerSecond, seconds, out };
  if (trained.task === "regression") {
    const { task, test, predictions, trainSet, trainPredictions, testSet, testPredictions } = trained;
    const [feature, ...others] = metadata.featureNames ?? [];
    const single = feature !== undefined && others.length === 0;
    return {
      result: { task, ...what, test, predictions, ...rest },
      predictions: {
        ...(single && { feature }),
        ...(metadata.targetName !== undefined && { target: metadata.targetName }),
        train: predictedRows(trainSet, trainPredictions, single),
        test: predictedRows(testSet, testPredictions, single),
      },
    };
  }
  const { task, test, confusionMatrix, testSet, testProbabilities } = trained;
  const classNames = metadata.classNames ?? confusionMatrix.map((_, index) => String(index));
  return {
    result: { task, ...what, test, ...rest },
    confusion: { classNames, matrix: confusionMatrix },
    samples: pickSamples(testSet, testProbabilities, classNames),
  };
}

function predictedRows({ x, y }: Samples, predicted: NdArray, withX: boolean): PredictedRows {
  return {
    ...(withX && { x: Array.from(x.data) }),
    y: Array.from(y.data),
    predicted: Array.from(predicted.data),
  };
}
