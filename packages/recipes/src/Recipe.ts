import type { Dataset } from "@minibatch/datasets";
import type { LayersModel } from "@tensorflow/tfjs-layers";

/** The optimizers that a recipe, or a person overriding one, can name. */
export type OptimizerName = "sgd" | "momentum" | "rmsprop" | "adam" | "adadelta";

/** How a recipe's model is trained. */
export interface Schedule {
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  /** The rows held back for validation: the last fraction, as Keras counts it, or the first so many. */
  readonly validation: { readonly lastFraction: number } | { readonly firstRows: number };
}

/** What the source of a recipe reports. */
export interface PublishedResult {
  readonly metric: "test accuracy" | "validation accuracy";
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
