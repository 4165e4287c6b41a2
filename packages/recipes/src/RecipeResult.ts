import type { NdArray, Samples } from "@minibatch/datasets";
import type { ModelMetadata } from "@minibatch/models";
import type { History, NormalizationSteps } from "@minibatch/training";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { PublishedPrediction, PublishedResult } from "./PublishedResult.ts";
import type { ResolvedSettings } from "./resolveSettings.ts";

/** What every finished run has, whatever it predicts. */
export interface TrainedRecipe {
  readonly recipe: string;
  readonly dataset: string;
  /** The tfjs backend it ran on. */
  readonly backend: string;
  readonly parameters: number;
  /** The settings as they were used, none left out; what is not in use is null. */
  readonly settings: ResolvedSettings;
  readonly samples: { readonly train: number; readonly validation: number; readonly test: number };
  readonly history: History;
  /** How far the averages of batch normalization came, where the model learns some; for `diagnoseTraining`. */
  readonly batchNormalization?: NormalizationSteps;
  /** Null where nobody has published one. */
  readonly published: PublishedResult | null;
  /** Training samples per second over all epochs of this call. */
  readonly samplesPerSecond: number;
  /** Wall-clock seconds of this call's training and testing, loading not counted. */
  readonly seconds: number;
  /** The trained model; the caller disposes it. */
  readonly model: LayersModel;
  readonly metadata: ModelMetadata;
}

/** A finished run of a `ClassificationRecipe`. */
export interface ClassificationResult extends TrainedRecipe {
  readonly task: "classification";
  /** The mean cross-entropy, and the share that was told right, 0 to 1. */
  readonly test: { readonly loss: number; readonly accuracy: number };
  /** Counts `[actual][predicted]` on the test set. */
  readonly confusionMatrix: readonly (readonly number[])[];
  /** The test set, and the probability of each class for each of its rows: `[n, classes]`. */
  readonly testSet: Samples;
  readonly testProbabilities: NdArray<Float32Array>;
}

/** A finished run of a `RegressionRecipe`. */
export interface RegressionResult extends TrainedRecipe {
  readonly task: "regression";
  /** The mean squared and the mean absolute error, in the unit of the targets. */
  readonly test: { readonly loss: number; readonly mae: number };
  /** All rows for training, those held back for validation among them, and what the model makes of each: `[n, 1]`. */
  readonly trainSet: Samples;
  readonly trainPredictions: NdArray<Float32Array>;
  /** The test set, and what the model makes of each row. */
  readonly testSet: Samples;
  readonly testPredictions: NdArray<Float32Array>;
  /** What the model makes of the inputs for which the source prints a prediction. */
  readonly predictions: readonly ReproducedPrediction[];
}

/** A prediction of the source, and the one made here. */
export interface ReproducedPrediction extends PublishedPrediction {
  readonly predicted: number;
}

/** A finished run. */
export type RecipeResult = ClassificationResult | RegressionResult;
