import { modernize } from "./build/modernize.ts";
import { parseJson } from "./config/Json.ts";
import { corrupt } from "./faults.ts";
import { textAttribute, textsAttribute } from "./hdf5/textAttribute.ts";
import { findNode } from "./hdf5/findNode.ts";
import type { Hdf5Node } from "./hdf5/Hdf5Node.ts";
import { readHdf5 } from "./hdf5/readHdf5.ts";
import { valuesIn } from "./hdf5/valuesIn.ts";
import type { KerasFile } from "./KerasFile.ts";
import { legacyStore } from "./weights/legacyStore.ts";

/** Opens a whole model in HDF5. */
export async function readLegacyFile(bytes: Uint8Array): Promise<KerasFile> {
  if (new TextDecoder().decode(bytes.subarray(1, 4)) !== "HDF")
    throw corrupt("it is neither a .keras archive nor an HDF5 file");
  const root = await readHdf5(bytes);
  const config = textAttribute(root, "model_config");
  if (config === undefined) {
    throw corrupt(
      "it has weights and no model. Load them into a model with loadKerasWeights, or save the whole model in Keras",
    );
  }
  const weights = root.children.get("model_weights");
  if (weights === undefined) throw corrupt("it has no group model_weights");
  const version = textAttribute(root, "keras_version") ?? textAttribute(weights, "keras_version") ?? "";
  const training = parseJson(textAttribute(root, "training_config") ?? "{}");
  const modern = !/^[12]\./.test(version);
  return {
    config: modernize(parseJson(config), !modern),
    metadata: parseJson(textAttribute(root, "minibatch") ?? "{}"),
    training: { ...training, optimizer: training["optimizer_config"] },
    optimizerState: optimizerState(root.children.get("optimizer_weights")),
    values: valuesIn(root),
    store: legacyStore(weights),
  };
}

/** The data sets that a group lists by their names, where Keras 3 wrote it: Keras 2 keeps other things in other orders. */
function optimizerState(group: Hdf5Node | undefined): KerasFile["optimizerState"] {
  const names = group === undefined ? [] : textsAttribute(group, "weight_names");
  if (!names[1]?.endsWith("/learning_rate")) return [];
  return names.map((name) => findNode(group, name)?.dataset);
}
