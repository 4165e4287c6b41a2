import type { Samples, TrainTest } from "@minibatch/datasets";
import { sliceRows, validationSplit } from "@minibatch/training";
import type { Recipe } from "./Recipe.ts";

type Bytes = Samples<Uint8Array, Uint8Array>;

/** Sets the samples for validation apart, as the recipe's schedule says. */
export function splitForValidation(
  recipe: Recipe,
  { train, test }: TrainTest<Uint8Array, Uint8Array>,
): { readonly train: Bytes; readonly validation: Bytes } {
  const { validation } = recipe.schedule;
  if ("testSet" in validation) return { train, validation: test };
  if ("lastFraction" in validation) return validationSplit(train, validation.lastFraction);
  // With a limit on the training set, validation takes the same share of what is left.
  const rows = train.x.shape[0] ?? 0;
  const held = Math.max(1, Math.round((validation.firstRows / recipe.dataset.size.train) * rows));
  return { train: sliceRows(train, held), validation: sliceRows(train, 0, held) };
}
