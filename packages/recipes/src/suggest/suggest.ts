import type { Dataset } from "@minibatch/datasets";
import { buildModel } from "../experiment/buildModel.ts";
import { describeModel } from "../experiment/describeModel.ts";
import type { Recipe } from "../Recipe.ts";
import { RecipeError } from "../RecipeError.ts";
import type { SuggestedTraining } from "./SuggestedTraining.ts";
import { suggestForPictures } from "./suggestForPictures.ts";
import { suggestForTable } from "./suggestForTable.ts";

/** All of a recipe but its name, its title and its dataset; and the model as data, to be read, changed and written down. */
export type Suggestion = SuggestedTraining &
  Pick<Recipe, "task" | "architecture" | "schedule" | "createModel">;

/**
 * Suggests how to train on a dataset that no recipe is made for: a small convnet with augmentation for pictures, two hidden layers for
 * columns, stopped when validation gets no better. A plain object, to be read and changed.
 *
 * Nothing is loaded and nothing tried: it goes by the dataset's card.
 *
 * @throws {RecipeError} `INVALID_SETTING` for inputs that are neither pictures `[height, width, channels]` nor columns `[columns]`
 * @example
 * const houses = await table("houses.csv", { target: "price" });
 * const result = await trainRecipe({ name: "houses", title: "My houses", dataset: houses, ...suggest(houses) });
 */
export function suggest(dataset: Dataset): Suggestion {
  const { task } = dataset;
  const { model, schedule } = trainingFor(dataset);
  return {
    task,
    architecture: describeModel(model),
    model,
    schedule,
    createModel: (seed) => buildModel(model, dataset, seed),
  };
}

function trainingFor(dataset: Dataset): SuggestedTraining {
  const { inputShape, task } = dataset;
  if (inputShape.length === 1) return suggestForTable(dataset);
  if (inputShape.length === 3 && task === "classification") return suggestForPictures(dataset);
  throw new RecipeError(
    "INVALID_SETTING",
    `There is no suggestion for ${task} of inputs of shape [${inputShape.join(", ")}]: classes of pictures [height, width, channels], or ` +
      "columns [columns], are expected. Say model and schedule yourself.",
  );
}
