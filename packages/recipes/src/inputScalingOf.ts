import type { NdArray } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import { standardize } from "@minibatch/training";
import type { Recipe } from "./Recipe.ts";

/**
 * What the inputs of a recipe need before they enter the model: images of bytes become 0 to 1, columns are standardized where the
 * recipe says so, and all else stays as it is.
 *
 * @param x the inputs that it is trained on, and no others
 */
export function inputScalingOf(
  { standardized = false, inputScaling }: Pick<Recipe, "standardized" | "inputScaling">,
  x: NdArray,
): InputScaling {
  if (inputScaling) return inputScaling;
  if (standardized) return standardize(x);
  const bytes = x.data instanceof Uint8Array || x.data instanceof Uint8ClampedArray;
  return { scale: bytes && x.shape.length > 2 ? 1 / 255 : 1, offset: 0 };
}
