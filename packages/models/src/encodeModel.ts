import { io } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { filesOf } from "./filesOf.ts";
import type { ModelFiles } from "./ModelFiles.ts";
import type { ModelMetadata } from "./ModelMetadata.ts";

/**
 * Turns a model into the files that {@link saveModel} writes, `model.json` and `weights.bin`, to be kept where no folder is: in
 * IndexedDB, in a zip file, in a download.
 *
 * @param metadata what {@link decodeModel} gives back beside the model
 * @example
 * const files = await encodeModel(model, { classNames: mnist.classNames });
 * [...files.keys()]; // ["weights.bin", "model.json"]
 */
export async function encodeModel(model: LayersModel, metadata: ModelMetadata = {}): Promise<ModelFiles> {
  let files: ModelFiles = new Map();
  await model.save(
    io.withSaveHandler(async (artifacts) => {
      files = filesOf({ ...artifacts, userDefinedMetadata: { minibatch: metadata } });
      return { modelArtifactsInfo: io.getModelArtifactsInfoForJSON(artifacts) };
    }),
  );
  return files;
}
