import { type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import { seededLayers } from "./seededLayers.ts";

/** Options of {@link perceptron}. */
export interface PerceptronOptions {
  /** The shape of one input; it is flattened when it has several axes. */
  readonly inputShape: readonly number[];
  /**
   * Fixes the initial weights.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
}

/**
 * Makes a perceptron: one neuron that tells two classes apart by a straight line, or a plane.
 *
 * Rosenblatt's neuron (1958, doi:10.1037/h0042519) ends in a step, which has no slope for gradient descent to follow;
 * this one ends in a sigmoid, and calling 0.5 and more class 1 is the same step. Compile it with `binaryCrossentropy`.
 *
 * Input `[batch, ...inputShape]`, output `[batch, 1]`: the probability of class 1.
 *
 * @returns an uncompiled model with `inputs + 1` parameters
 * @throws {ModelError} `INVALID_ARGUMENT`
 * @example
 * const model = perceptron({ inputShape: [2] });
 * model.countParams(); // 3
 */
export function perceptron(options: PerceptronOptions): LayersModel {
  const { inputShape, seed = 1 } = options;
  const make = seededLayers(seed);
  return sequential({
    layers: [make.flatInput(inputShape), make.dense({ units: 1, activation: "sigmoid" })],
  });
}
