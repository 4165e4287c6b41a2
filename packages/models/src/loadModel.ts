import { folderHandler } from "#platform";
import { io } from "@tensorflow/tfjs-core";
import { isUrl } from "./isUrl.ts";
import { ModelError } from "./ModelError.ts";
import { type LoadedModel, readModel } from "./readModel.ts";

/**
 * Loads a model that {@link saveModel}, tfjs or the Keras converter wrote.
 *
 * @param location a folder (or its `model.json`) in Node, `http(s)://…` anywhere, `indexeddb://name` or
 *   `localstorage://name` in browsers
 * @throws {ModelError} `NOT_FOUND` without a model there, `CORRUPT_MODEL` when it cannot be read
 * @example
 * const { model, metadata } = await loadModel("runs/my-model");
 * metadata.classNames; // ["0", "1", …]
 */
export async function loadModel(location: string): Promise<LoadedModel> {
  return readModel(location, () => loadHandlerOf(location)());
}

function loadHandlerOf(location: string): io.LoadHandler {
  if (!isUrl(location)) return folderHandler(location).load;
  const url =
    io.isHTTPScheme(location) && !location.endsWith(".json")
      ? `${location.replace(/\/$/, "")}/model.json`
      : location;
  const handler = io.getLoadHandlers(url)[0];
  if (handler?.load) return handler.load.bind(handler);
  throw new ModelError(
    "UNSUPPORTED_LOCATION",
    `Nothing here can load a model from ${location}. Use a folder in Node, or an http(s) or indexeddb address.`,
  );
}
