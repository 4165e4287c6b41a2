import { encodeModel } from "@minibatch/models";
import type { RecipeResult } from "@minibatch/recipes";
import { modelFiles, models } from "../storage/models.ts";

/** Keeps the model of a run in the browser, under the id of the run. */
export async function keepModel(id: string, result: RecipeResult): Promise<void> {
  const { model, metadata, recipe, parameters } = result;
  await modelFiles.put(id, await encodeModel(model, metadata));
  await models.put(id, {
    id,
    name: recipe,
    created: Date.now(),
    metadata,
    parameters,
    ...(result.task === "classification" && { accuracy: result.test.accuracy }),
  });
}
