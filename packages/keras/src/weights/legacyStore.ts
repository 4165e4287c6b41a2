import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Hdf5Dataset, Hdf5Group } from "../hdf5/Hdf5Node.ts";
import { findNode } from "../hdf5/findNode.ts";
import { trainedFirst } from "./trainedWeights.ts";
import type { WeightSlot } from "./weightSlots.ts";
import type { WeightStore } from "./WeightStore.ts";

/**
 * The weights of whole `.h5` models, and of `.weights.h5` files of Keras 2: a group for each layer of the model by its name, which lists
 * the names of all its weights; those that are trained come first.
 */
export function legacyStore(
  root: Hdf5Group,
  layersOf: (model: LayersModel) => readonly { readonly name: string }[],
): WeightStore {
  return (model, slots) => {
    const found = new Map<WeightSlot, Hdf5Dataset>();
    const tops = topLevel(model, slots, layersOf);
    const groups = textsOf(root, "layer_names")
      .map((name) => ({ name, group: findNode(root, name) }))
      .flatMap(({ name, group }) =>
        group?.kind === "group" ? [{ name, group, names: textsOf(group, "weight_names") }] : [],
      )
      .filter(({ names }) => names.length > 0);
    // By the name of the layer, and by its place among those with weights where names were made anew.
    const named = groups.every(({ name }) => tops.has(name));
    [...tops].forEach(([name, own], place) => {
      const entry = named ? groups.find((group) => group.name === name) : groups[place];
      entry?.names.forEach((path, i) => {
        const node = findNode(entry.group, path);
        const slot = own[i];
        if (slot !== undefined && node?.kind === "dataset") found.set(slot, node);
      });
    });
    return slots.map((slot) => found.get(slot));
  };
}

/** The weights of each layer of the model itself, in the order in which Keras lists them. */
function topLevel(
  model: LayersModel,
  slots: readonly WeightSlot[],
  layersOf: (model: LayersModel) => readonly { readonly name: string }[],
): Map<string, WeightSlot[]> {
  const tops = new Map<string, WeightSlot[]>();
  for (const layer of layersOf(model)) {
    const own = slots.filter(({ top }) => top === layer);
    if (own.length > 0) tops.set(layer.name, trainedFirst(model, own));
  }
  return tops;
}

/** A list of texts; long ones are cut into `name0`, `name1` … */
export function textsOf({ attributes }: Hdf5Group, name: string): string[] {
  const whole = attributes.get(name)?.data;
  if (whole !== undefined) return Array.isArray(whole) ? whole : [];
  const parts: string[] = [];
  for (let i = 0; ; i++) {
    const part = attributes.get(`${name}${i}`)?.data;
    if (!Array.isArray(part)) return parts;
    parts.push(...part);
  }
}
