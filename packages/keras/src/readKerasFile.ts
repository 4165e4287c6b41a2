import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Layer } from "./build/Plan.ts";
import { type Json, objectAt } from "./config/Json.ts";
import { corrupt } from "./faults.ts";
import { findNode } from "./hdf5/findNode.ts";
import type { Hdf5Dataset, Hdf5Group, Hdf5Node } from "./hdf5/Hdf5Node.ts";
import { sizeOf } from "./hdf5/readDataspace.ts";
import { isHdf5, readHdf5 } from "./hdf5/readHdf5.ts";
import { legacyStore, textsOf } from "./weights/legacyStore.ts";
import { modernStore } from "./weights/modernStore.ts";
import type { WeightStore } from "./weights/WeightStore.ts";
import { isZip, readZip } from "./zip/readZip.ts";

/** What a Keras file holds, before anything is made of it. */
export interface KerasFile {
  /** The class and the configuration of the model. */
  readonly config: Json;
  /** Whether Keras 3 wrote it. */
  readonly modern: boolean;
  /** What minibatch keeps beside the model. */
  readonly metadata: Json;
  /** The optimizer, the loss and the metrics; empty for a model that was not compiled. */
  readonly training: Json;
  /** The state of the optimizer, in its order. */
  readonly optimizerState: readonly (Hdf5Dataset | undefined)[];
  /** How many values all data sets have together. */
  readonly values: number;
  readonly store: (layersOf: (model: LayersModel) => readonly Layer[]) => WeightStore;
}

/** Opens a `.keras` archive or a whole model in HDF5. */
export async function readKerasFile(bytes: Uint8Array): Promise<KerasFile> {
  if (isZip(bytes)) return readArchive(bytes);
  if (isHdf5(bytes)) return readLegacy(readHdf5(bytes));
  throw corrupt("it is neither a .keras archive nor an HDF5 file");
}

async function readArchive(bytes: Uint8Array): Promise<KerasFile> {
  const members = readZip(bytes);
  const member = async (name: string): Promise<Uint8Array> => {
    const read = members.get(name);
    if (read !== undefined) return read();
    throw corrupt(`it is an archive without ${name}, which every .keras file has`);
  };
  const config = parseJson(await member("config.json"));
  const metadata = members.has("metadata.json") ? parseJson(await member("metadata.json")) : {};
  const root = readHdf5(await member("model.weights.h5"));
  return {
    config,
    modern: !String(metadata["keras_version"]).startsWith("2."),
    metadata: objectAt(metadata["minibatch"]),
    training: objectAt(config["compile_config"]),
    optimizerState: numbered(findNode(root, "optimizer/vars")),
    values: valuesIn(root),
    store: () => modernStore(root),
  };
}

function readLegacy(root: Hdf5Group): KerasFile {
  const config = textAttribute(root, "model_config");
  if (config === undefined) {
    throw corrupt(
      "it has weights and no model. Load them into a model with loadKerasWeights, or save the whole model in Keras",
    );
  }
  const weights = findNode(root, "model_weights");
  if (weights?.kind !== "group") throw corrupt("it has no group model_weights");
  const minibatch = textAttribute(root, "minibatch");
  const training = parseJson(textAttribute(root, "training_config") ?? "{}");
  return {
    config: parseJson(config),
    modern: !/^[12]\./.test(
      textAttribute(root, "keras_version") ?? textAttribute(weights, "keras_version") ?? "",
    ),
    metadata: minibatch === undefined ? {} : parseJson(minibatch),
    training: { ...training, optimizer: training["optimizer_config"] },
    optimizerState: named(findNode(root, "optimizer_weights")),
    values: valuesIn(root),
    store: (layersOf) => legacyStore(weights, layersOf),
  };
}

/** The data sets `0`, `1`, … of a group. */
function numbered(node: Hdf5Node | undefined): (Hdf5Dataset | undefined)[] {
  if (node?.kind !== "group") return [];
  return Array.from({ length: node.children.size }, (_, i) => datasetAt(node, String(i)));
}

/** The data sets that a group lists by their names, where Keras 3 wrote it: Keras 2 keeps other things in other orders. */
function named(node: Hdf5Node | undefined): (Hdf5Dataset | undefined)[] {
  if (node?.kind !== "group") return [];
  const names = textsOf(node, "weight_names");
  return names[1]?.endsWith("/learning_rate") ? names.map((name) => datasetAt(node, name)) : [];
}

function datasetAt(group: Hdf5Group, path: string): Hdf5Dataset | undefined {
  const node = findNode(group, path);
  return node?.kind === "dataset" ? node : undefined;
}

function textAttribute({ attributes }: Hdf5Group, name: string): string | undefined {
  const [text] = attributes.get(name)?.data ?? [];
  return typeof text === "string" ? text : undefined;
}

/** Deeper than models nest, and far from where the stack ends. */
const maxDepth = 200;

function parseJson(source: Uint8Array | string): Json {
  const text = typeof source === "string" ? source : new TextDecoder().decode(source);
  const value: unknown = JSON.parse(text);
  let depth = 0;
  for (const [letter] of text.matchAll(/[[{}\]]/g)) {
    depth += letter === "[" || letter === "{" ? 1 : -1;
    if (depth > maxDepth) throw corrupt(`its configuration is nested more than ${maxDepth} deep`);
  }
  return objectAt(value);
}

function valuesIn(node: Hdf5Node): number {
  if (node.kind === "dataset") return sizeOf(node.shape);
  return [...node.children.values()].reduce((sum, child) => sum + valuesIn(child), 0);
}
