import type { NdArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";
import { featureCount } from "./featureCount.ts";
import { requireWhole } from "./requireWhole.ts";

/** What there is to know of each feature, a value for each. */
export interface FeatureStatistics {
  readonly minimum: Float64Array;
  readonly maximum: Float64Array;
  readonly mean: Float64Array;
  /** The mean squared distance from the mean. */
  readonly variance: Float64Array;
}

/**
 * Measures each feature, along the last axis, over all rows, without a copy of them.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for no rows, or for a value that is not finite; `SHAPE_MISMATCH`
 */
export function featureStatistics(x: NdArray): FeatureStatistics {
  requireWhole(x, "x");
  const { data } = x;
  const features = featureCount(x);
  const count = data.length / features;
  if (!(count >= 1)) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      "A scaling is fitted on at least one row, but there is none.",
    );
  }
  const minimum = new Float64Array(features).fill(Number.POSITIVE_INFINITY);
  const maximum = new Float64Array(features).fill(Number.NEGATIVE_INFINITY);
  const mean = new Float64Array(features);
  const variance = new Float64Array(features);
  for (let at = 0; at < data.length; at += 1) {
    const feature = at % features;
    const value = data[at] as number;
    if (!Number.isFinite(value)) {
      throw new TrainingError(
        "INVALID_ARGUMENT",
        `A scaling is fitted on finite numbers, but value ${at} is ${value}. Remove or replace its row.`,
      );
    }
    minimum[feature] = Math.min(minimum[feature] as number, value);
    maximum[feature] = Math.max(maximum[feature] as number, value);
    mean[feature] = (mean[feature] as number) + value / count;
  }
  // A second pass: the mean of the squares less the square of the mean would cancel where the mean is large.
  for (let at = 0; at < data.length; at += 1) {
    const feature = at % features;
    const distance = (data[at] as number) - (mean[feature] as number);
    variance[feature] = (variance[feature] as number) + distance ** 2 / count;
  }
  return { minimum, maximum, mean, variance };
}
