import { io } from "@tensorflow/tfjs-core";
import type { ModelFiles } from "./ModelFiles.ts";

/** The files of a model that tfjs hands to a save handler. */
export function filesOf({ weightData, weightSpecs = [], ...rest }: io.ModelArtifacts): ModelFiles {
  const json = { ...rest, weightsManifest: [{ paths: ["weights.bin"], weights: weightSpecs }] };
  return new Map([
    ["weights.bin", new Uint8Array(io.CompositeArrayBuffer.join(weightData))],
    ["model.json", new TextEncoder().encode(JSON.stringify(json))],
  ]);
}
