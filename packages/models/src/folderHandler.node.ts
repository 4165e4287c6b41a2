import { mkdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { io } from "@tensorflow/tfjs-core";
import { artifactsOf } from "./artifactsOf.ts";
import { filesOf } from "./filesOf.ts";
import { ModelError } from "./ModelError.ts";
import type { ModelSource } from "./readModel.ts";
import { replaceFiles } from "./replaceFiles.node.ts";

/** Saves to and loads from one folder. */
export interface FolderHandler extends ModelSource {
  readonly save: io.SaveHandler;
  /** Reads the place itself, where it is a file. */
  readonly bytes: () => Promise<Uint8Array>;
  /** Writes the place itself as a file, as a whole or not at all. */
  readonly replace: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
}

/** An IO handler of tfjs for a folder with `model.json` and `weights.bin`: what tfjs lacks in Node. */
export function folderHandler(location: string): FolderHandler {
  const path = location.startsWith("file:") ? fileURLToPath(location) : location;
  const [folder, modelFile] = path.endsWith(".json") ? [dirname(path), basename(path)] : [path, "model.json"];

  return {
    async save(artifacts) {
      await mkdir(folder, { recursive: true });
      await replaceFiles(folder, filesOf(artifacts, modelFile));
      return { modelArtifactsInfo: io.getModelArtifactsInfoForJSON(artifacts) };
    },
    load: () => artifactsOf((name) => read(join(folder, name)), modelFile),
    beside: (name) => readFile(join(folder, name)),
    bytes: () => read(path),
    async replace(bytes) {
      await mkdir(dirname(path), { recursive: true });
      await replaceFiles(dirname(path), new Map([[basename(path), bytes]]));
    },
  };
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new ModelError(
      "NOT_FOUND",
      `There is no model here: ${path} cannot be read. Give a folder that saveModel wrote, or a file of Keras.`,
      {
        cause: error,
      },
    );
  }
}
