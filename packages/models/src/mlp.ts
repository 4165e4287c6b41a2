import { type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import type { KernelInitializer } from "./kernelInitializer.ts";
import { l2Penalty } from "./l2Penalty.ts";
import { ModelError } from "./ModelError.ts";
import { requireClasses } from "./requireClasses.ts";
import { requireList } from "./requireList.ts";
import type { Activation } from "./activationNames.ts";
import { seededLayers } from "./seededLayers.ts";

/** Options of {@link mlp}: either `classes`, or `outputs` for regression. */
export type MlpOptions = MlpLayers &
  (
    | {
        /** The number of classes, at least 2: the last layer has softmax. */
        readonly classes: number;
        readonly outputs?: undefined;
        readonly outputScaling?: undefined;
      }
    | {
        /** The number of values to predict, for regression: the last layer has no activation. */
        readonly outputs: number;
        readonly classes?: undefined;
        /**
         * What the last layer's values are multiplied by and then moved by: the standard deviation and the mean of the targets let it
         * work with numbers about 0, whatever their unit is.
         *
         * @default they stay as they are
         */
        readonly outputScaling?: { readonly scale: number; readonly offset: number } | undefined;
      }
  );

/** What every {@link mlp} has, whatever it predicts. */
export interface MlpLayers {
  /** The shape of one input; it is flattened when it has several axes. */
  readonly inputShape: readonly number[];
  /** The units of each hidden layer, e.g. `[128, 128]`. */
  readonly hidden: readonly number[];
  /**
   * The activation of the hidden layers.
   *
   * @default "relu"
   */
  readonly activation?: Activation | undefined;
  /**
   * How the kernels of the hidden layers start; that of the output layer is Glorot-uniform always.
   *
   * @default "glorotUniform"
   */
  readonly kernelInitializer?: KernelInitializer | undefined;
  /**
   * The share of units that is dropped after each hidden layer, 0 to below 1.
   *
   * @default 0
   */
  readonly dropout?: number | undefined;
  /**
   * What the loss grows by for each kernel: the sum of its squares times this, Keras' `kernel_regularizer="l2"`. It keeps a network
   * from learning few rows by heart.
   *
   * @default 0
   */
  readonly l2?: number | undefined;
  /**
   * Fixes the initial weights.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
}

/**
 * Makes a multilayer perceptron: dense hidden layers, then a dense layer, with softmax for `classes` and without
 * activation for `outputs`.
 *
 * Input `[batch, ...inputShape]`, output `[batch, classes]`, probabilities that sum to 1, or `[batch, outputs]`, values
 * in the unit of the targets.
 *
 * @returns an uncompiled model
 * @throws {ModelError} `INVALID_ARGUMENT`, also for both or neither of `classes` and `outputs`
 * @example
 * const model = mlp({ inputShape: [28, 28, 1], hidden: [128, 128], classes: 10 });
 * model.countParams(); // 118282
 * @example
 * const prices = mlp({ inputShape: [13], hidden: [64, 64], outputs: 1 });
 * prices.countParams(); // 5121
 */
export function mlp(options: MlpOptions): LayersModel {
  const { inputShape, hidden, classes, outputs, dropout = 0, l2 = 0, seed = 1 } = options;
  const { activation = "relu", kernelInitializer, outputScaling } = options;
  const units = classes ?? outputs;
  if (units === undefined || (classes !== undefined && outputs !== undefined)) {
    throw new ModelError(
      "INVALID_ARGUMENT",
      `mlp takes either classes or outputs, but it got ${units === undefined ? "neither" : "both"}. ` +
        "Give classes to tell classes apart, outputs to predict values.",
    );
  }
  requireList(hidden, "hidden", "[128, 128]");
  if (classes !== undefined) requireClasses(classes);
  const make = seededLayers(seed);
  const penalty = l2Penalty(l2);
  return sequential({
    layers: [
      make.flatInput(inputShape),
      ...hidden.flatMap((width) => [
        make.dense({ units: width, activation, kernelInitializer, ...penalty }),
        ...make.dropout(dropout),
      ]),
      make.dense({
        units,
        activation: classes === undefined ? "linear" : "softmax",
        ...penalty,
      }),
      ...(outputScaling ? [make.rescaling(outputScaling.scale, outputScaling.offset)] : []),
    ],
  });
}
