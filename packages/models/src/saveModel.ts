import { folderHandler } from "@minibatch/models/internal/platform";
import { io } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { isKerasFile } from "./isKerasFile.ts";
import { isUrl } from "./isUrl.ts";
import { ModelError } from "./ModelError.ts";
import type { ModelMetadata } from "./ModelMetadata.ts";

/**
 * Saves a model in the format of tfjs, `model.json` and `weights.bin`, with its metadata in the former; or as a file of Keras.
 *
 * In Node `location` is a folder, which is made when it does not exist, or a JSON file in one: `best.json` has its weights in
 * `best.weights.bin`, so that several models can lie side by side. Each file is replaced as a whole or not at all. In browsers it is an address that tfjs knows: `indexeddb://name`, `localstorage://name` or `downloads://name`.
 * A location that ends in `.keras`, `.h5` or `.weights.h5` becomes a file that Keras 3 loads, optimizer included.
 * In the format of tfjs the optimizer's state is not saved; a checkpoint of `@minibatch/training` holds it.
 *
 * @param location a folder, or an address that tfjs can save to
 * @param metadata what loading gives back beside the model
 * @throws {ModelError} `SAVE_FAILED` when the folder cannot be written
 * @throws {KerasError} `UNSUPPORTED_LAYERS` for a file of Keras, when the model has layers that Keras does not have
 * @example
 * await saveModel(model, "runs/my-model", { classNames: mnist.classNames });
 */
export async function saveModel(
  model: LayersModel,
  location: string,
  metadata: ModelMetadata = {},
): Promise<void> {
  if (isKerasFile(location)) return saveKerasFile(model, location, metadata);
  try {
    const target = saveHandlerOf(location);
    await model.save(
      io.withSaveHandler((artifacts) =>
        target({ ...artifacts, userDefinedMetadata: { minibatch: metadata } }),
      ),
    );
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw notSaved(location, error);
  }
}

async function saveKerasFile(model: LayersModel, location: string, metadata: ModelMetadata): Promise<void> {
  if (isUrl(location)) {
    throw new ModelError(
      "UNSUPPORTED_LOCATION",
      `A file of Keras cannot be saved to ${location}. Make its bytes with encodeKeras of @minibatch/keras, and keep them there yourself.`,
    );
  }
  const target = folderHandler(location);
  const { encodeKeras } = await import("@minibatch/keras");
  const format = (["weights.h5", "h5"] as const).find((ending) => location.toLowerCase().endsWith(ending));
  const bytes = await encodeKeras(model, { format: format ?? "keras", metadata: { ...metadata } });
  try {
    await target.replace(bytes);
  } catch (error) {
    throw notSaved(location, error);
  }
}

function notSaved(location: string, error: unknown): ModelError {
  return new ModelError(
    "SAVE_FAILED",
    `The model could not be saved to ${location}: ${error instanceof Error ? error.message : String(error)}. ` +
      "Check that the place exists, can be written and has room.",
    { cause: error },
  );
}

function saveHandlerOf(location: string): io.SaveHandler {
  if (!isUrl(location)) return folderHandler(location).save;
  const handler = io.getSaveHandlers(location)[0];
  if (handler?.save) return handler.save.bind(handler);
  throw new ModelError(
    "UNSUPPORTED_LOCATION",
    `Nothing here can save a model to ${location}. Use a folder in Node, or indexeddb://name in a browser.`,
  );
}
