import type { LayersModel, LayerVariable } from "@tensorflow/tfjs-layers";
import type { Hdf5Draft, Hdf5Values } from "../hdf5/Hdf5Draft.ts";
import { putDraft } from "../hdf5/putDraft.ts";
import { kerasLayers } from "./kerasLayers.ts";
import { weightSlots } from "./weightSlots.ts";

/** Puts the weights of a model into a file, where `.keras` and `.weights.h5` hold them. */
export async function putWeights(root: Map<string, Hdf5Draft>, model: LayersModel): Promise<void> {
  for (const { group, index, weight } of weightSlots(model, kerasLayers)) {
    putDraft(root, [...group.split("/"), String(index)], await valuesOf(weight));
  }
}

/** The values of a weight. */
export async function valuesOf(weight: LayerVariable): Promise<Hdf5Values> {
  const values = weight.read();
  return { shape: values.shape, data: await values.data<"float32">() };
}
