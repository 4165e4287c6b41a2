import type { BostonFeature, BostonHousing, Dataset } from "@minibatch/datasets";
import type { Augmentation } from "@minibatch/training";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { PublishedPrediction, PublishedResult } from "./PublishedResult.ts";

/** The optimizers that a recipe, or a person overriding one, can name. */
export type OptimizerName = "sgd" | "momentum" | "rmsprop" | "adam" | "adadelta";

/**
 * What loss and accuracy are measured on after each epoch: the last fraction of the training set, as Keras counts it, its
 * first so many rows, or the test set where the source trains on all rows. No recipe chooses anything by it.
 */
export type Validation =
  | { readonly lastFraction: number }
  | { readonly firstRows: number }
  | { readonly testSet: true };

/** How a recipe's model is trained. */
export interface Schedule {
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly validation: Validation;
  /**
   * The seed of a run that is given none; set where the published result hangs on it.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /** How training images are varied at random; validation and test see them as they are. */
  readonly augmentation?: Augmentation | undefined;
}

/** What every recipe has, whatever it predicts. */
interface Experiment {
  /** The id, e.g. `mnist-mlp-512`. */
  readonly name: string;
  /** One line: what is trained on what. */
  readonly title: string;
  /** The model in a line, e.g. `Dense 512, Dense 10`. */
  readonly architecture: string;
  /** Trainable parameters of the model, asserted by the tests. */
  readonly parameters: number;
  readonly schedule: Schedule;
  /**
   * Makes the untrained, uncompiled model.
   *
   * @param seed fixes the initial weights
   */
  createModel(seed: number): LayersModel;
}

/** An experiment that tells classes of images apart: by cross-entropy, measured by accuracy. */
export interface ClassificationRecipe extends Experiment {
  readonly task?: "classification";
  readonly dataset: Dataset<Uint8Array, Uint8Array>;
  readonly published: PublishedResult;
}

/** An experiment that predicts a value: by the mean squared error, measured by the mean absolute error. */
export interface RegressionRecipe extends Experiment {
  readonly task: "regression";
  readonly dataset: BostonHousing;
  /**
   * The columns it trains on.
   *
   * @default all
   */
  readonly features?: readonly BostonFeature[];
  /**
   * Whether each column is brought to mean 0 and standard deviation 1, both of the training rows.
   *
   * @default false
   */
  readonly standardized?: boolean;
  readonly published: PublishedResult & { readonly predictions?: readonly PublishedPrediction[] };
}

/** An experiment as data: what to train, on what, how, and which result to expect. */
export type Recipe = ClassificationRecipe | RegressionRecipe;
