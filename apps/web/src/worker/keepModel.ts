import { encodeModel } from "@minibatch/models";
import type { RecipeResult } from "@minibatch/recipes";
import { modelFiles, models } from "../storage/models.ts";

/** Keeps the model of a run in the browser, under the id of the run and what that is called. */
export async function keepModel(
  id: string,
  result: RecipeResult,
  name: string = result.recipe,
): Promise<void> {
  const { model, metadata, parameters } = result;
  await modelFiles.put(id, await encodeModel(model, metadata));
  await models.put(id, {
    id,
    name,
    created: Date.now(),
    metadata,
    parameters,
    ...(result.task === "classification" && { accuracy: result.test.accuracy }),
  });
}
