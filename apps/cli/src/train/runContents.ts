import type { NdArray, Samples } from "@minibatch/datasets";
import { pickSamples, type RecipeResult } from "@minibatch/recipes";
import type { DataRecord } from "../run/DataRecord.ts";
import type { PredictedRows } from "../run/PredictionsRecord.ts";
import type { RunContents } from "../run/RunContents.ts";
import type { BesideResult, RunRecord } from "../run/RunRecord.ts";

/**
 * What a finished run leaves in its folder beside the model.
 *
 * @param out the run folder, as a person would type it
 */
export function runContents(
  trained: RecipeResult,
  { backend, data }: RunRecord,
  beside: BesideResult,
  out: string,
): RunContents {
  const { recipe, dataset, parameters, settings, samples, history, published, batchNormalization } = trained;
  const { samplesPerSecond, seconds, metadata } = trained;
  const { seed, epochs } = settings;
  // The backend by our name: what tfjs calls "tensorflow" is our "node".
  const what = { recipe, dataset, backend, parameters, seed, epochs, settings, samples, history };
  const averages = batchNormalization && { batchNormalization };
  const rest = { ...averages, published, ...beside, samplesPerSecond, seconds, out };
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
        test: predictedRows(named(testSet, data), testPredictions, single),
      },
    };
  }
  const { task, test, confusionMatrix, testSet, testProbabilities } = trained;
  const classNames = metadata.classNames ?? confusionMatrix.map((_, index) => String(index));
  return {
    result: { task, ...what, test, ...rest },
    confusion: { classNames, matrix: confusionMatrix },
    samples: pickSamples(named(testSet, data), testProbabilities, classNames),
  };
}

/** The rows of a test set by names: files have theirs, rows of a table are called by their numbers. */
function named(samples: Samples, data: DataRecord | undefined): Samples {
  if (samples.names || data?.kind !== "table") return samples;
  return { ...samples, names: data.testRows.map((row) => `row ${row}`) };
}

function predictedRows({ x, y, names }: Samples, predicted: NdArray, withX: boolean): PredictedRows {
  return {
    ...(withX && { x: Array.from(x.data) }),
    ...(names && { names }),
    y: Array.from(y.data),
    predicted: Array.from(predicted.data),
  };
}
