import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { io } from "@tensorflow/tfjs-core";
import { ModelError } from "./ModelError.ts";

/** Saves to and loads from one folder. */
export interface FolderHandler {
  readonly save: io.SaveHandler;
  readonly load: io.LoadHandler;
}

/** An IO handler of tfjs for a folder with `model.json` and `weights.bin`: what tfjs lacks in Node. */
export function folderHandler(location: string): FolderHandler {
  const path = location.startsWith("file:") ? fileURLToPath(location) : location;
  const [folder, modelFile] = path.endsWith(".json") ? [dirname(path), basename(path)] : [path, "model.json"];

  return {
    async save(artifacts) {
      const { weightData, weightSpecs = [], ...rest } = artifacts;
      const weights = io.CompositeArrayBuffer.join(weightData);
      const json = { ...rest, weightsManifest: [{ paths: ["weights.bin"], weights: weightSpecs }] };
      await mkdir(folder, { recursive: true });
      await replaceFile(join(folder, "weights.bin"), new Uint8Array(weights));
      await replaceFile(join(folder, modelFile), JSON.stringify(json));
      return { modelArtifactsInfo: io.getModelArtifactsInfoForJSON(artifacts) };
    },
    async load() {
      const modelJson = JSON.parse(await read(join(folder, modelFile), "utf8")) as io.ModelJSON;
      return io.getModelArtifactsForJSON(modelJson, async (manifest) => {
        const paths = manifest.flatMap((group) => group.paths);
        const parts = await Promise.all(paths.map((name) => read(join(folder, name))));
        const buffers = parts.map((part) =>
          part.buffer.slice(part.byteOffset, part.byteOffset + part.byteLength),
        );
        return [manifest.flatMap((group) => group.weights), buffers as ArrayBuffer[]];
      });
    },
  };
}

async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function read(path: string): Promise<Buffer>;
async function read(path: string, encoding: "utf8"): Promise<string>;
async function read(path: string, encoding?: "utf8"): Promise<Buffer | string> {
  try {
    return await readFile(path, encoding);
  } catch (error) {
    throw new ModelError(
      "NOT_FOUND",
      `There is no model here: ${path} cannot be read. Give a folder that saveModel wrote.`,
      {
        cause: error,
      },
    );
  }
}
