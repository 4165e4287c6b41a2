import type { LayersModel } from "@tensorflow/tfjs-layers";
import { textsAttribute } from "../hdf5/textAttribute.ts";
import { findNode } from "../hdf5/findNode.ts";
import type { Hdf5Dataset, Hdf5Node } from "../hdf5/Hdf5Node.ts";
import type { LayersOf } from "./LayersOf.ts";
import { trainedFirst } from "./trainedFirst.ts";
import type { WeightSlot } from "./weightSlots.ts";
import type { WeightStore } from "./WeightStore.ts";

/**
 * The weights of whole `.h5` models, and of `.weights.h5` files of Keras 2: a group for each layer of the model by its name, which lists
 * the names of all its weights; those that are trained come first.
 */
export function legacyStore(root: Hdf5Node): WeightStore {
  return (model, slots, layersOf) => {
    const found = new Map<WeightSlot, Hdf5Dataset>();
    const tops = topLevel(model, slots, layersOf);
    const groups = textsAttribute(root, "layer_names").flatMap((name) => {
      const group = findNode(root, name);
      const names = group ? textsAttribute(group, "weight_names") : [];
      return group && names.length > 0 ? [{ name, group, names }] : [];
    });
    // By the name of the layer, and by its place among those with weights where names were made anew.
    const named = groups.every(({ name }) => tops.has(name));
    [...tops].forEach(([name, own], place) => {
      const entry = named ? groups.find((group) => group.name === name) : groups[place];
      entry?.names.forEach((path, i) => {
        const dataset = findNode(entry.group, path)?.dataset;
        const slot = own[i];
        if (slot !== undefined && dataset !== undefined) found.set(slot, dataset);
      });
    });
    return slots.map((slot) => found.get(slot));
  };
}

/** The weights of each layer of the model itself, in the order in which Keras lists them. */
function topLevel(
  model: LayersModel,
  slots: readonly WeightSlot[],
  layersOf: LayersOf,
): Map<string, WeightSlot[]> {
  const tops = new Map<string, WeightSlot[]>();
  for (const layer of layersOf(model)) {
    const own = slots.filter(({ top }) => top === layer);
    if (own.length > 0) tops.set(layer.name, trainedFirst(model, own));
  }
  return tops;
}
