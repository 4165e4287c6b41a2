import type { Dataset } from "@minibatch/datasets";
import type { LayersModel } from "@tensorflow/tfjs-layers";

/** The optimizers that a recipe, or a person overriding one, can name. */
export type OptimizerName = "sgd" | "momentum" | "rmsprop" | "adam" | "adadelta";

/**
 * What loss and accuracy are measured on after each epoch: the last fraction of the training set, as Keras counts it, its
 * first so many rows, or the test set where the source does so. No recipe chooses anything by it.
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
}

/** What the source of a recipe reports. */
export interface PublishedResult {
  readonly metric: "test accuracy" | "validation accuracy" | "accuracy on real MNIST";
  /** 0 to 1. */
  readonly value: number;
  /** Where the value stands. */
  readonly source: string;
}

/** An experiment as data: what to train, on what, how, and which result to expect. */
export interface Recipe {
  /** The id, e.g. `mnist-mlp-512`. */
  readonly name: string;
  /** One line: what is trained on what. */
  readonly title: string;
  readonly dataset: Dataset<Uint8Array, Uint8Array>;
  /** The model in a line, e.g. `Dense 512, Dense 10`. */
  readonly architecture: string;
  /** Trainable parameters of the model, asserted by the tests. */
  readonly parameters: number;
  readonly schedule: Schedule;
  readonly published: PublishedResult;
  /**
   * Makes the untrained, uncompiled model.
   *
   * @param seed fixes the initial weights
   */
  createModel(seed: number): LayersModel;
}
