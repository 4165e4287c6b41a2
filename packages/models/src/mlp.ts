import { type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import { type Activation, seededLayers } from "./seededLayers.ts";

/** Options of {@link mlp}. */
export interface MlpOptions {
  /** The shape of one input; it is flattened when it has several axes. */
  readonly inputShape: readonly number[];
  /** The units of each hidden layer, e.g. `[128, 128]`. */
  readonly hidden: readonly number[];
  /** The number of classes. */
  readonly classes: number;
  /**
   * The activation of the hidden layers.
   *
   * @default "relu"
   */
  readonly activation?: Activation | undefined;
  /**
   * The share of units that is dropped after each hidden layer, 0 to below 1.
   *
   * @default 0
   */
  readonly dropout?: number | undefined;
  /**
   * Fixes the initial weights.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
}

/**
 * Makes a multilayer perceptron: dense hidden layers, then a dense layer with softmax.
 *
 * Input `[batch, ...inputShape]`, output `[batch, classes]`: probabilities that sum to 1.
 *
 * @returns an uncompiled model
 * @throws {ModelError} `INVALID_ARGUMENT`
 * @example
 * const model = mlp({ inputShape: [28, 28, 1], hidden: [128, 128], classes: 10 });
 * model.countParams(); // 118282
 */
export function mlp(options: MlpOptions): LayersModel {
  const { inputShape, hidden, classes, activation = "relu", dropout = 0, seed = 1 } = options;
  const make = seededLayers(seed);
  return sequential({
    layers: [
      make.flatInput(inputShape),
      ...hidden.flatMap((units) => [make.dense({ units, activation }), ...make.dropout(dropout)]),
      make.dense({ units: classes, activation: "softmax" }),
    ],
  });
}
