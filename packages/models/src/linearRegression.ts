import { type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import { seededLayers } from "./seededLayers.ts";

/** Options of {@link linearRegression}. */
export interface LinearRegressionOptions {
  /**
   * The shape of one sample; `[13]` for 13 features.
   *
   * @default [1]
   */
  readonly inputShape?: readonly number[] | undefined;
  /**
   * Fixes the initial weights.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
}

/**
 * Makes linear regression: one dense unit without activation, a line for one feature and a plane for several.
 *
 * Input `[batch, ...inputShape]`, output `[batch, 1]`: the predicted value, in the unit of the targets.
 *
 * @returns an uncompiled model with `inputs + 1` parameters: a slope for each value of a sample, and the intercept
 * @throws {ModelError} `INVALID_ARGUMENT`
 * @example
 * const model = linearRegression();
 * model.countParams(); // 2
 */
export function linearRegression(options: LinearRegressionOptions = {}): LayersModel {
  const { inputShape = [1], seed = 1 } = options;
  const make = seededLayers(seed);
  return sequential({ layers: [make.flatInput(inputShape), make.dense({ units: 1 })] });
}
