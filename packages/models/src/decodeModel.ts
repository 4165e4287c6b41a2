import { artifactsOf } from "./artifactsOf.ts";
import { decodeKerasFile } from "./decodeKerasFile.ts";
import { isKerasFile } from "./isKerasFile.ts";
import type { ModelFiles } from "./ModelFiles.ts";
import { ModelError } from "./ModelError.ts";
import type { LoadedModel } from "./LoadedModel.ts";
import { readModel } from "./readModel.ts";

/**
 * Makes a model of the files that {@link encodeModel} gave, or that {@link saveModel}, tfjs or the Keras converter wrote.
 *
 * @param files by their names, without folders; those that `model.json` does not name are not looked at. One file of Keras
 *   (`.keras`, `.h5`) will do
 * @throws {ModelError} `NOT_FOUND` when `model.json` or a file that it names is missing, `CORRUPT_MODEL` when they cannot be
 * read
 * @example
 * const { model, metadata } = await decodeModel(files);
 */
export function decodeModel(files: ModelFiles): Promise<LoadedModel> {
  const keras = [...files].find(([name]) => isKerasFile(name) && !files.has("model.json"));
  if (keras !== undefined) return decodeKerasFile(keras[1]);
  const read = async (name: string) => requireFile(files, name);
  return readModel("these files", { load: () => artifactsOf(read), beside: read });
}

function requireFile(files: ModelFiles, name: string): Uint8Array {
  const file = files.get(name);
  if (file !== undefined) return file;
  const names = [...files.keys()].join(", ") || "none";
  throw new ModelError(
    "NOT_FOUND",
    `A saved model is model.json and the weights that it names. ${name} is missing; these files came: ${names}.`,
  );
}
