import { objectAt, parseJson } from "./config/Json.ts";
import { findNode } from "./hdf5/findNode.ts";
import { readHdf5 } from "./hdf5/readHdf5.ts";
import { valuesIn } from "./hdf5/valuesIn.ts";
import type { KerasFile } from "./KerasFile.ts";
import { readMember } from "./readMember.ts";
import { modernStore } from "./weights/modernStore.ts";
import { isZip, readZip } from "./zip/readZip.ts";

/** Opens a `.keras` archive, or a whole model in HDF5. */
export async function readKerasFile(bytes: Uint8Array): Promise<KerasFile> {
  if (!isZip(bytes)) {
    const { readLegacyFile } = await import("./readLegacyFile.ts");
    return readLegacyFile(bytes);
  }
  const members = readZip(bytes);
  const json = async (name: string) => parseJson(new TextDecoder().decode(await readMember(members, name)));
  let config = await json("config.json");
  let layersGroup = "layers";
  const metadata = members.has("metadata.json") ? await json("metadata.json") : {};
  if (String(metadata["keras_version"]).startsWith("2.")) {
    const { modernize, oldLayersGroup } = await import("./build/modernize.ts");
    config = modernize(config, true);
    layersGroup = oldLayersGroup;
  }
  const root = await readHdf5(await readMember(members, "model.weights.h5"));
  const state = findNode(root, "optimizer/vars")?.children;
  return {
    config,
    metadata: objectAt(metadata["minibatch"]),
    training: objectAt(config["compile_config"]),
    optimizerState: Array.from({ length: state?.size ?? 0 }, (_, i) => state?.get(String(i))?.dataset),
    values: valuesIn(root),
    store: modernStore(root, layersGroup),
  };
}
