import type { Samples } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import type { Checkpoint } from "../checkpoint/Checkpoint.ts";
import type { Augmentation } from "../data/augment.ts";
import type { LearningRateSchedule } from "../schedules/LearningRateSchedule.ts";
import type { EarlyStopping } from "./EarlyStopping.ts";
import type { FitEvent } from "./FitEvent.ts";
import type { WeightAverage } from "./weightAverage.ts";
import type { ReduceOnPlateau } from "./ReduceOnPlateau.ts";

/** Options of `fit`. */
export interface FitOptions {
  /**
   * How often training goes over all samples.
   *
   * @default 1
   */
  readonly epochs?: number | undefined;
  /**
   * How many samples one step of the optimizer sees; the last batch of an epoch may be smaller.
   *
   * @default 32
   */
  readonly batchSize?: number | undefined;
  /**
   * The fraction held back for validation: the last rows, before any shuffling, as in Keras. 0 for none.
   *
   * @default 0
   */
  readonly validationSplit?: number | undefined;
  /** Samples for validation; used instead of `validationSplit`. */
  readonly validationData?: Samples | undefined;
  /**
   * Whether each epoch visits the samples in a new random order.
   *
   * @default true
   */
  readonly shuffle?: boolean | undefined;
  /**
   * Fixes the order of the samples, how they are augmented, and all that layers draw at random: dropout, noise, recurrent
   * dropout, at any depth. (The initial weights are the model's matter.)
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /**
   * What raw inputs need before they enter the model.
   *
   * @default bytes of images to 0..1, anything else as it is; training data decide, and validation data that would be scaled
   *   in another way are refused
   */
  readonly inputScaling?: InputScaling | undefined;
  /**
   * How each image of bytes is changed at random each time it is trained on, before it is scaled; what is validated stays
   * as it is.
   *
   * @default nothing is changed
   */
  readonly augmentation?: Augmentation | undefined;
  /**
   * The share of each target that goes to all classes alike, 0 to below 1, as Keras' `label_smoothing`. Metrics and validation see the
   * targets as they are.
   *
   * @default 0
   */
  readonly labelSmoothing?: number | undefined;
  /**
   * In how many parts each batch is computed, one after the other, before the weights move: memory holds the activations of one
   * part. Without batch normalization, which sees one part at a time, the result is that of whole batches but for rounding.
   *
   * @default 1
   */
  readonly gradientAccumulation?: number | undefined;
  /**
   * How the weights of several steps become those of the model.
   *
   * @default those of the last step are
   */
  readonly weightAverage?: WeightAverage | undefined;
  /**
   * The weight of each class in the loss, by its number: how much a sample of it counts. As in Keras the weighted losses of
   * a batch are divided by its size, metrics and validation are not weighted, and weights of 1 change nothing.
   *
   * @default every class counts 1
   */
  readonly classWeights?: readonly number[] | undefined;
  /**
   * The learning rate of each step, instead of the optimizer's. The history has a column `learningRate` then, the rate of
   * the last step of each epoch, and the optimizer keeps the last one.
   *
   * @default the rate that the optimizer has
   */
  readonly learningRateSchedule?: LearningRateSchedule | undefined;
  /**
   * Lowers the learning rate where training gets no better; instead of a schedule. The history has the column
   * `learningRate` too.
   */
  readonly reduceOnPlateau?: ReduceOnPlateau | undefined;
  /** Ends training where it gets no better, with the weights of the best epoch. */
  readonly earlyStopping?: EarlyStopping | undefined;
  /**
   * Stops after the running batch; the promise rejects with the signal's reason once a checkpoint is written. The model
   * keeps the weights of that moment, also where early stopping has better ones.
   */
  readonly signal?: AbortSignal | undefined;
  /** Called after each batch and each epoch. */
  readonly onEvent?: ((event: FitEvent) => void) | undefined;
  /**
   * Called after each epoch, within it as `checkpointSeconds` says, and when training is aborted; training waits for it. An optimizer that does not give its state, and
   * layers that carry one from batch to batch, are refused.
   */
  readonly onCheckpoint?: ((checkpoint: Checkpoint) => void | Promise<void>) | undefined;
  /**
   * Calls `onCheckpoint` after a batch too, once so many seconds have passed since it was called: what a long epoch has learned
   * outlives an end that nobody announced. 0 calls it after each batch. The run stays the same, bit for bit.
   *
   * @default none within an epoch
   */
  readonly checkpointSeconds?: number | undefined;
  /**
   * Calls `onCheckpoint` before the first batch too, with the network as it is untrained; not where `resumeFrom` says to go on.
   *
   * @default false
   */
  readonly checkpointAtStart?: boolean | undefined;
  /**
   * Where to go on. Data and options have to be those of the run that wrote it, but for `epochs`, which may be more; seed,
   * batch size, rows and the class of the optimizer are compared.
   */
  readonly resumeFrom?: Checkpoint | undefined;
}
