import { folderHandler } from "#platform";
import { io } from "@tensorflow/tfjs-core";
import { type LayersModel, loadLayersModel } from "@tensorflow/tfjs-layers";
import { isUrl } from "./isUrl.ts";
import { ModelError } from "./ModelError.ts";
import type { ModelMetadata } from "./ModelMetadata.ts";

/** A model with what was saved beside it. */
export interface LoadedModel {
  /** Uncompiled; the caller disposes it. */
  readonly model: LayersModel;
  /** Empty when the model was saved by other software. */
  readonly metadata: ModelMetadata;
}

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
  try {
    const artifacts = await loadHandlerOf(location)();
    requireWholeWeights(artifacts, location);
    const model = await loadLayersModel(io.fromMemory(artifacts));
    const metadata: ModelMetadata = artifacts.userDefinedMetadata?.["minibatch"] ?? {};
    return { model, metadata };
  } catch (error) {
    if (error instanceof ModelError) throw error;
    throw new ModelError(
      "CORRUPT_MODEL",
      `The model at ${location} could not be read: ${error instanceof Error ? error.message : String(error)}. ` +
        "It may come from another version or be damaged: train or download it again.",
      { cause: error },
    );
  }
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

/** tfjs reads past the end of short weights without a word: compare what is promised with what came. */
function requireWholeWeights(artifacts: io.ModelArtifacts, location: string): void {
  const bytesPerValue = { float32: 4, int32: 4, bool: 1, string: 0, complex64: 8 };
  const quantized = { uint8: 1, uint16: 2, float16: 2 };
  const specs = artifacts.weightSpecs ?? [];
  if (specs.some(({ dtype }) => dtype === "string")) return;
  const expected = specs.reduce((sum, { shape, dtype, quantization }) => {
    const size = shape.reduce((product, length) => product * length, 1);
    return sum + size * (quantization ? quantized[quantization.dtype] : bytesPerValue[dtype]);
  }, 0);
  const parts = [artifacts.weightData ?? []].flat();
  const found = parts.reduce((sum, part) => sum + part.byteLength, 0);
  if (found === expected) return;
  throw new ModelError(
    "CORRUPT_MODEL",
    `The weights at ${location} have ${found} bytes, but model.json describes ${expected}. ` +
      "They are damaged or belong to another model: train or download it again.",
  );
}
