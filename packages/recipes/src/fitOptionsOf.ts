import type { FitOptions } from "@minibatch/training";
import type { Recipe } from "./Recipe.ts";

/** The options of `fit` that a recipe says as they are, whatever the settings of a run. */
export function fitOptionsOf({
  schedule: { augmentation, labelSmoothing, gradientAccumulation },
  weightAverage,
}: Recipe): FitOptions {
  return { augmentation, labelSmoothing, gradientAccumulation, weightAverage };
}
