import type * as tf from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";

/** A model of yours whose training the conformance suite is to check as well. */
export interface ConformanceModel {
  /** E.g. `mnist-cnn`; the spec is called `a training step of mnist-cnn`. */
  readonly name: string;
  /** Makes the model; it may be uncompiled. One input and one output `[batch, outputs]`; the spec disposes it. */
  createModel(): LayersModel;
  /** Makes what moves the weights; the spec disposes it. */
  createOptimizer(): tf.Optimizer;
  /** How wrong it is: the mean over the batch, of probabilities of classes or of values. */
  readonly loss: "sparseCategoricalCrossentropy" | "meanSquaredError";
  /**
   * What another implementation computes for the same step: the loss, then of each gradient what the suite compares.
   *
   * @default none: the step only has to bring the loss down
   */
  readonly expected?: readonly (readonly number[])[] | undefined;
}
