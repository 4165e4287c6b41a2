import { folderHandler } from "@minibatch/models/internal/platform";
import { io } from "@tensorflow/tfjs-core";
import { decodeKerasFile } from "./decodeKerasFile.ts";
import { isKerasFile } from "./isKerasFile.ts";
import { isUrl } from "./isUrl.ts";
import { ModelError } from "./ModelError.ts";
import type { LoadedModel } from "./LoadedModel.ts";
import { type ModelSource, readModel } from "./readModel.ts";
import { fileAt, urlSource } from "./urlSource.ts";

/**
 * Loads a model that {@link saveModel}, Keras, tfjs, the Keras converter or Teachable Machine wrote.
 *
 * A file of Keras (`.keras`, `.h5`) comes with its optimizer and the state of it, where it was compiled with one that tfjs has. Else the
 * weights lie beside the JSON, or where it says. The query of an address that is signed (`model.json?token=…`) goes along to the
 * weights. In Node the proxy that the environment names is used (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`).
 *
 * @param location a Keras file, a folder (or its `model.json`, or another JSON file that saveModel wrote) in Node; the same by `http(s)://…` anywhere;
 *   `indexeddb://name` or `localstorage://name` in browsers
 * @throws {ModelError} `NOT_FOUND` without a model there, `DOWNLOAD_FAILED` when the server refuses or cannot be reached, `CORRUPT_MODEL`
 *   when the model cannot be read
 * @throws {KerasError} when a Keras file cannot be read, or has layers that tfjs does not have: all of them are named at once
 * @example
 * const { model, metadata } = await loadModel("runs/my-model");
 * metadata.classNames; // ["0", "1", …]
 */
export async function loadModel(location: string): Promise<LoadedModel> {
  if (isKerasFile(location)) return decodeKerasFile(await bytesAt(location));
  return readModel(location, sourceOf(location));
}

function bytesAt(location: string): Promise<Uint8Array> {
  return isUrl(location) ? fileAt(location) : folderHandler(location).bytes();
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
