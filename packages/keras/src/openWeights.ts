import { oldLayersGroup } from "./build/modernize.ts";
import { parseJson } from "./config/Json.ts";
import { textsAttribute } from "./hdf5/textAttribute.ts";
import { readHdf5 } from "./hdf5/readHdf5.ts";
import { readMember } from "./readMember.ts";
import { legacyStore } from "./weights/legacyStore.ts";
import { modernStore } from "./weights/modernStore.ts";
import { configuredGroups, notedGroups } from "./weights/namedGroups.ts";
import { namedStore } from "./weights/namedStore.ts";
import type { WeightStore } from "./weights/WeightStore.ts";
import { isZip, readZip } from "./zip/readZip.ts";

/**
 * Opens the weights in a Keras file of any kind.
 *
 * @param byName whether layers are found by their names, in files that number them
 */
export async function openWeights(bytes: Uint8Array, byName: boolean): Promise<WeightStore> {
  const members = isZip(bytes) ? readZip(bytes) : undefined;
  const root = await readHdf5(members ? await readMember(members, "model.weights.h5") : bytes);
  const legacy = root.children.get("model_weights") ?? root;
  if (textsAttribute(legacy, "layer_names").length > 0) return legacyStore(legacy);
  if (!byName) return modernStore(root, root.children.has(oldLayersGroup) ? oldLayersGroup : undefined);
  const layers = root.children.get("layers");
  if (members === undefined) return namedStore(notedGroups(layers));
  const config = new TextDecoder().decode(await readMember(members, "config.json"));
  return namedStore(configuredGroups(parseJson(config), layers));
}
