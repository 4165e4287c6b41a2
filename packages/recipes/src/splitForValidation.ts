import type { Samples, TrainTest } from "@minibatch/datasets";
import { sliceRows, validationSplit } from "@minibatch/training";
import type { Recipe } from "./Recipe.ts";
import type { ResolvedSettings } from "./resolveSettings.ts";
import { validates } from "./validates.ts";

/** Sets the samples for validation apart, as the settings or else the recipe's schedule say. */
export function splitForValidation(
  recipe: Recipe,
  settings: Pick<ResolvedSettings, "validationSplit">,
  { train, validation: own, test }: TrainTest,
): { readonly train: Samples; readonly validation: Samples | undefined } {
  if (!validates(recipe, settings)) return { train, validation: undefined };
  if (settings.validationSplit !== null) return validationSplit(train, settings.validationSplit);
  const { validation } = recipe.schedule;
  if ("ownPart" in validation) return { train, validation: own };
  if ("testSet" in validation) return { train, validation: test };
  if ("lastFraction" in validation) return validationSplit(train, validation.lastFraction);
  // With a limit on the training set, validation takes the same share of what is left.
  const rows = train.x.shape[0] ?? 0;
  const held = Math.max(1, Math.round((validation.firstRows / recipe.dataset.size.train) * rows));
  return { train: sliceRows(train, held), validation: sliceRows(train, 0, held) };
}
