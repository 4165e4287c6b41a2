import { type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import { requirePositiveInteger } from "./requirePositiveInteger.ts";
import { seededLayers } from "./seededLayers.ts";

/** Options of {@link linearRegression}. */
export interface LinearRegressionOptions {
  /**
   * How many numbers describe a sample.
   *
   * @default 1
   */
  readonly features?: number | undefined;
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
 * Input `[batch, features]`, output `[batch, 1]`: the predicted value, in the unit of the targets.
 *
 * @returns an uncompiled model with `features + 1` parameters: a slope for each feature, and the intercept
 * @throws {ModelError} `INVALID_ARGUMENT`
 * @example
 * const model = linearRegression({ features: 1 });
 * model.countParams(); // 2
 */
export function linearRegression(options: LinearRegressionOptions = {}): LayersModel {
  const { features = 1, seed = 1 } = options;
  requirePositiveInteger(features, "features");
  const make = seededLayers(seed);
  return sequential({ layers: [make.flatInput([features]), make.dense({ units: 1 })] });
}
