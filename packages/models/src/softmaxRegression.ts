import { type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import { requireClasses } from "./requireClasses.ts";
import { seededLayers } from "./seededLayers.ts";

/** Options of {@link softmaxRegression}. */
export interface SoftmaxRegressionOptions {
  /** The shape of one input; it is flattened when it has several axes. */
  readonly inputShape: readonly number[];
  /** The number of classes, at least 2. */
  readonly classes: number;
  /**
   * Fixes the initial weights.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
}

/**
 * Makes multinomial logistic regression: one dense layer with softmax over the flattened input.
 *
 * Input `[batch, ...inputShape]`, output `[batch, classes]`: probabilities that sum to 1.
 *
 * @returns an uncompiled model with `inputs * classes + classes` parameters
 * @throws {ModelError} `INVALID_ARGUMENT`
 * @example
 * const model = softmaxRegression({ inputShape: [28, 28, 1], classes: 10 });
 * model.countParams(); // 7850
 */
export function softmaxRegression(options: SoftmaxRegressionOptions): LayersModel {
  const { inputShape, classes, seed = 1 } = options;
  requireClasses(classes);
  const make = seededLayers(seed);
  return sequential({
    layers: [make.flatInput(inputShape), make.dense({ units: classes, activation: "softmax" })],
  });
}
