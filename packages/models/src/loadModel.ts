import { folderHandler } from "#platform";
import { io } from "@tensorflow/tfjs-core";
import { isUrl } from "./isUrl.ts";
import { ModelError } from "./ModelError.ts";
import { type LoadedModel, type ModelSource, readModel } from "./readModel.ts";
import { urlSource } from "./urlSource.ts";

/**
 * Loads a model that {@link saveModel}, tfjs, the Keras converter or Teachable Machine wrote.
 *
 * The weights lie beside the JSON, or where it says. The query of an address that is signed (`model.json?token=…`) goes along to the
 * weights. In Node the proxy that the environment names is used (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`).
 *
 * @param location a folder (or its `model.json`, or another JSON file that saveModel wrote) in Node; the same by `http(s)://…` anywhere;
 *   `indexeddb://name` or `localstorage://name` in browsers
 * @throws {ModelError} `NOT_FOUND` without a model there, `DOWNLOAD_FAILED` when the server refuses or cannot be reached, `CORRUPT_MODEL`
 *   when the model cannot be read
 * @example
 * const { model, metadata } = await loadModel("runs/my-model");
 * metadata.classNames; // ["0", "1", …]
 */
export async function loadModel(location: string): Promise<LoadedModel> {
  return readModel(location, sourceOf(location));
}

function sourceOf(location: string): ModelSource {
  if (!isUrl(location)) return folderHandler(location);
  if (/^(https?|data|blob):/i.test(location)) return urlSource(location);
  const handler = io.getLoadHandlers(location)[0];
  if (handler?.load) return { load: handler.load.bind(handler) };
  throw new ModelError(
    "UNSUPPORTED_LOCATION",
    `Nothing here can load a model from ${location}. Use a folder in Node, or an http(s) or indexeddb address.`,
  );
}
