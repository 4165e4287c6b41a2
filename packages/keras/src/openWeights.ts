import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Layer } from "./build/Plan.ts";
import { findNode } from "./hdf5/findNode.ts";
import { readHdf5 } from "./hdf5/readHdf5.ts";
import { legacyStore, textsOf } from "./weights/legacyStore.ts";
import { modernStore } from "./weights/modernStore.ts";
import { namedStore } from "./weights/namedStore.ts";
import type { WeightStore } from "./weights/WeightStore.ts";
import { isZip, readZip } from "./zip/readZip.ts";
import { corrupt } from "./faults.ts";

/**
 * Opens the weights in a Keras file of any kind.
 *
 * @param byName whether layers are found by their names, in files that number them
 */
export async function openWeights(
  bytes: Uint8Array,
  byName: boolean,
): Promise<(layersOf: (model: LayersModel) => readonly Layer[]) => WeightStore> {
  const member = isZip(bytes) ? readZip(bytes).get("model.weights.h5") : async () => bytes;
  if (member === undefined)
    throw corrupt("it is an archive without model.weights.h5, which every .keras file has");
  const root = readHdf5(await member());
  const whole = findNode(root, "model_weights");
  const legacy = whole?.kind === "group" ? whole : root;
  if (textsOf(legacy, "layer_names").length > 0) return (layersOf) => legacyStore(legacy, layersOf);
  return () => (byName ? namedStore(root) : modernStore(root));
}
