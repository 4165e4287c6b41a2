import type { NdArray } from "@minibatch/datasets";
import { balancedClassWeights } from "@minibatch/training";
import type { Recipe } from "./Recipe.ts";

/**
 * How much each class counts in a recipe's loss; `undefined` where all count alike.
 *
 * @param y the labels that it is trained on
 */
export function classWeightsOf({ schedule, dataset }: Recipe, y: NdArray): readonly number[] | undefined {
  const { classWeights } = schedule;
  return classWeights === "balanced" ? balancedClassWeights(y.data, dataset.classNames.length) : classWeights;
}
