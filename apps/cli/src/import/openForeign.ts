import { readFile } from "node:fs/promises";
import type { LoadedModel } from "@minibatch/models";
import { recipes } from "@minibatch/recipes";
import { CliError } from "../CliError.ts";
import { systemReason } from "../files/systemReason.ts";
import { openModel } from "../run/openModel.ts";
import type { Session } from "../Session.ts";

/**
 * Opens a model from elsewhere; of a file that holds weights alone, with the layers of a recipe or of another model.
 *
 * @param path as it was typed
 * @throws {CliError} `INVALID_USAGE` where the layers are missing, or there twice
 * @throws {KerasError} `WEIGHTS_MISMATCH`
 */
export async function openForeign(
  path: string,
  architecture: string | undefined,
  session: Session,
): Promise<LoadedModel> {
  const isWeights = /\.weights\.h5$/i.test(path);
  if (!isWeights && architecture === undefined) return openModel(path, session);
  if (!isWeights) {
    throw new CliError(
      "INVALID_USAGE",
      `${path} says which layers it has: leave --architecture out, which is for a .weights.h5.`,
    );
  }
  if (architecture === undefined) {
    throw new CliError(
      "INVALID_USAGE",
      `${path} holds weights without layers. Name a recipe with the same layers, or a model, with --architecture; ` +
        'or save the whole model in Keras: model.save("model.keras").',
    );
  }
  const bytes = await readFile(session.resolve(path)).catch((cause: unknown) => {
    throw new CliError("MODEL_NOT_FOUND", `${path} cannot be read: ${systemReason(cause)}.`, { cause });
  });
  const { loadKerasWeights } = await import("@minibatch/keras");
  const recipe = recipes.find(({ name }) => name === architecture);
  const loaded = recipe
    ? { model: recipe.createModel(1), metadata: {} }
    : await openModel(architecture, session);
  try {
    await loadKerasWeights(loaded.model, bytes);
  } catch (error) {
    loaded.model.dispose();
    throw error;
  }
  return loaded;
}
