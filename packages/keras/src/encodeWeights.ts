import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Hdf5Draft } from "./hdf5/Hdf5Draft.ts";
import { putDraft } from "./hdf5/putDraft.ts";
import { textAttributes } from "./hdf5/textAttributes.ts";
import { writeHdf5 } from "./hdf5/writeHdf5.ts";
import { kerasLayers } from "./weights/kerasLayers.ts";
import { putWeights } from "./weights/putWeights.ts";
import { weightSlots } from "./weights/weightSlots.ts";

/** Writes the weights of a model as the bytes of a `.weights.h5` file. */
export async function encodeWeights(model: LayersModel): Promise<Uint8Array<ArrayBuffer>> {
  const children = new Map<string, Hdf5Draft>();
  for (const { group, top } of weightSlots(model, kerasLayers)) {
    // By this name a part of the weights can be loaded into another model.
    const vars = [...group.split("/").slice(0, 2), "vars"];
    putDraft(children, vars, { attributes: { name: top.name }, children: new Map() });
  }
  await putWeights(children, model);
  return writeHdf5({ children }, textAttributes);
}
