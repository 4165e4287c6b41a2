import type { Dataset, NdArray } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import type {
  Augmentation,
  ReduceOnPlateau,
  TestTimeAugmentation,
  WeightAverage,
  WeightGroup,
} from "@minibatch/training";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { LearningRateDescription } from "./LearningRateDescription.ts";
import type { OptimizerOptions } from "./OptimizerOptions.ts";
import type { OptimizerName } from "./optimizers/optimizerNames.ts";
import type { PublishedPrediction, PublishedResult } from "./PublishedResult.ts";

/**
 * What loss and accuracy are measured on after each epoch: the last fraction of the training set, as Keras counts it, its
 * first so many rows, the test set where the source trains on all rows, or the part that the dataset has for it.
 */
export type Validation =
  | { readonly lastFraction: number }
  | { readonly firstRows: number }
  | { readonly testSet: true }
  | { readonly ownPart: true };

/** How a recipe's model is trained. */
export interface Schedule {
  readonly optimizer: OptimizerName;
  /** Arguments of that optimizer beside its learning rate; a run with another optimizer goes without them. */
  readonly optimizerOptions?: OptimizerOptions | undefined;
  readonly learningRate: number;
  /** How the learning rate falls; instead of `reduceOnPlateau`. */
  readonly learningRateSchedule?: LearningRateDescription | undefined;
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
  /**
   * Ends a run that is not told otherwise when the validation loss was not better than its best for so many epochs, and takes the
   * weights of the best epoch.
   *
   * @default training goes on to its last epoch
   */
  readonly earlyStopping?: number | undefined;
  /** Lowers the learning rate where training gets no better; it watches the training loss where nothing is validated on. */
  readonly reduceOnPlateau?: ReduceOnPlateau | undefined;
  /**
   * How much a sample of each class counts in the loss: a weight each, or `balanced`, by which each class counts alike, however
   * often it occurs.
   *
   * @default 1 each
   */
  readonly classWeights?: "balanced" | readonly number[] | undefined;
  /**
   * The share of each target that goes to all classes alike, 0 to below 1.
   *
   * @default 0
   */
  readonly labelSmoothing?: number | undefined;
  /**
   * In how many parts each batch is computed before the weights move: the activations of one part are in memory at a time.
   *
   * @default 1
   */
  readonly gradientAccumulation?: number | undefined;
  /**
   * Which views of each test image the model is asked about, its outputs averaged.
   *
   * @default the image alone
   */
  readonly testTimeAugmentation?: TestTimeAugmentation | undefined;
}

/**
 * An experiment as data: what to train, on what, and how. The dataset may be any: images of bytes or columns of numbers, with classes
 * or values to predict.
 *
 * Classes are told apart by cross-entropy and measured by accuracy, by one output for each or, where there are two, by a single one;
 * values are predicted by the mean squared error and measured by the mean absolute error.
 */
export interface Recipe {
  /** The id, e.g. `mnist-mlp-512`. */
  readonly name: string;
  /** One line: what is trained on what. */
  readonly title: string;
  /**
   * What is predicted.
   *
   * @default that of the dataset
   */
  readonly task?: "classification" | "regression";
  readonly dataset: Dataset;
  /**
   * The columns it trains on, by their names.
   *
   * @default all
   */
  readonly features?: readonly string[];
  /**
   * Whether each column is brought to mean 0 and standard deviation 1, both of the training rows.
   *
   * @default false
   */
  readonly standardized?: boolean;
  /** The model in a line, e.g. `Dense 512, Dense 10`. */
  readonly architecture: string;
  readonly schedule: Schedule;
  /**
   * What inputs need before they enter the model.
   *
   * @default bytes of images to 0..1, standardized columns where it says so, anything else as it is
   */
  readonly inputScaling?: { readonly scale: number; readonly offset: number };
  /**
   * How the weights of several steps become those of the model.
   *
   * @default those of the last step are
   */
  readonly weightAverage?: WeightAverage;
  /**
   * Weights that learn otherwise, for the optimizers `sgd` and `momentum`.
   *
   * @param stepsPerEpoch how many steps an epoch has
   */
  weightGroups?(stepsPerEpoch: number): readonly WeightGroup[];
  /**
   * Prepares the untrained model by the samples that it will be trained on.
   *
   * @param x the inputs, and what they need before they enter the model
   */
  prepareModel?(model: LayersModel, x: NdArray, inputScaling: InputScaling): void;
  /** Which result to expect, where there is one. */
  readonly published?: PublishedResult & { readonly predictions?: readonly PublishedPrediction[] };
  /**
   * Makes the untrained, uncompiled model.
   *
   * @param seed fixes the initial weights
   */
  createModel(seed: number): LayersModel;
}

/** An experiment that tells classes apart. */
export interface ClassificationRecipe extends Recipe {
  readonly task?: "classification";
}

/** An experiment that predicts a value. */
export interface RegressionRecipe extends Recipe {
  readonly task: "regression";
}

/** An experiment of a course: its source says what comes out. */
export interface PublishedRecipe extends Recipe {
  /** Trainable parameters of the model, asserted by the tests. */
  readonly parameters: number;
  readonly published: PublishedResult & { readonly predictions?: readonly PublishedPrediction[] };
}
