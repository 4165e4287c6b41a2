import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Hdf5Draft, Hdf5GroupDraft } from "../hdf5/Hdf5Draft.ts";
import { putDraft } from "../hdf5/putDraft.ts";
import { kerasLayers } from "./kerasLayers.ts";
import { valuesOf } from "./putWeights.ts";
import { trainedFirst } from "./trainedFirst.ts";
import { weightSlots } from "./weightSlots.ts";

/** The weights of a model as a whole model in `.h5` holds them. */
export async function draftLegacyWeights(model: LayersModel): Promise<Hdf5GroupDraft> {
  const slots = weightSlots(model, kerasLayers);
  const layers = kerasLayers(model);
  const children = new Map<string, Hdf5Draft>();
  for (const layer of layers) {
    const own = trainedFirst(
      model,
      slots.filter(({ top }) => top === layer),
    );
    const group = new Map<string, Hdf5Draft>();
    const names: string[] = [];
    for (const { group: path, weight } of own) {
      const steps = [layer.name, ...path.split("/").slice(2, -1), shortName(weight.originalName)];
      names.push(steps.join("/"));
      putDraft(group, steps, await valuesOf(weight));
    }
    children.set(layer.name, { attributes: { weight_names: names }, children: group });
  }
  const attributes = {
    layer_names: layers.map(({ name }) => name),
    backend: "tensorflow",
    keras_version: "3.0.0",
  };
  return { attributes, children };
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
