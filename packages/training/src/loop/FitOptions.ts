import type { Samples } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import type { Checkpoint } from "../checkpoint/Checkpoint.ts";
import type { Augmentation } from "../data/augment.ts";
import type { FitEvent } from "./FitEvent.ts";

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
   * Fixes the order of the samples, how they are augmented, and the masks of dropout layers. (The initial weights are the
   * model's matter.)
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /**
   * What raw inputs need before they enter the model.
   *
   * @default bytes to 0..1, anything else as it is
   */
  readonly inputScaling?: InputScaling | undefined;
  /**
   * How each image of bytes is changed at random each time it is trained on, before it is scaled; what is validated stays
   * as it is.
   *
   * @default nothing is changed
   */
  readonly augmentation?: Augmentation | undefined;
  /** Stops after the running batch; the promise rejects with the signal's reason once a checkpoint is written. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each batch and each epoch. */
  readonly onEvent?: ((event: FitEvent) => void) | undefined;
  /** Called after each epoch and when training is aborted; training waits for it. */
  readonly onCheckpoint?: ((checkpoint: Checkpoint) => void | Promise<void>) | undefined;
  /** Where to go on. Data, seed, batch size and optimizer have to be those of the run that wrote it. */
  readonly resumeFrom?: Checkpoint | undefined;
}
