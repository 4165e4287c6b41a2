import type { NdArray } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import { featureStatistics } from "./featureStatistics.ts";

/**
 * Finds the scaling that gives each feature mean 0 and variance 1, as scikit-learn's `StandardScaler` and Keras'
 * `Normalization` do.
 *
 * Fit it on the training part alone and use the result for the other parts too, as a user of the model would have to.
 *
 * @param x `[rows, ..., features]`; the features of images are their channels
 * @returns a scale and an offset for each feature; a feature that never varies is moved to 0 and keeps the scale 1
 * @throws {TrainingError} `INVALID_ARGUMENT` for no rows, or for a value that is not finite
 * @example
 * const inputScaling = standardize(train.x);
 * await fit(model, train, { inputScaling });
 * await evaluate(model, test, { inputScaling });
 */
export function standardize(x: NdArray): InputScaling {
  const { minimum, maximum, mean, variance } = featureStatistics(x);
  // The deviation of equal values may be a rounding error, which is nothing to divide by.
  const scale = Array.from(variance, (value, feature) =>
    minimum[feature] === maximum[feature] ? 1 : 1 / Math.sqrt(value),
  );
  return { scale, offset: scale.map((factor, feature) => -(mean[feature] as number) * factor) };
}
