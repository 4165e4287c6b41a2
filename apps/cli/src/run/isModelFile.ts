import { existsSync } from "node:fs";

/** Whether a path is a model in one file: of Keras, or the JSON beside the weights of tfjs. */
export function isModelFile(path: string): boolean {
  return /\.(keras|h5|hdf5|json)$/i.test(path) && existsSync(path);
}
