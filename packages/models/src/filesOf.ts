import { io } from "@tensorflow/tfjs-core";
import type { ModelFiles } from "./ModelFiles.ts";

/**
 * The files of a model that tfjs hands to a save handler: the weights first.
 *
 * @param modelFile what the one with the layers is called; the weights are called after it, so that several models can lie in one folder
 */
export function filesOf(
  { weightData, weightSpecs = [], ...rest }: io.ModelArtifacts,
  modelFile: string = "model.json",
): ModelFiles {
  const weightsFile =
    modelFile === "model.json" ? "weights.bin" : modelFile.replace(/\.json$/, ".weights.bin");
  const json = { ...rest, weightsManifest: [{ paths: [weightsFile], weights: weightSpecs }] };
  return new Map([
    [weightsFile, new Uint8Array(io.CompositeArrayBuffer.join(weightData))],
    [modelFile, new TextEncoder().encode(JSON.stringify(json))],
  ]);
}
