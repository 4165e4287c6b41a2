import { findNode } from "../hdf5/findNode.ts";
import type { Hdf5Node } from "../hdf5/Hdf5Node.ts";
import type { WeightStore } from "./WeightStore.ts";

/**
 * The weights of `.keras` and `.weights.h5` files of Keras 3: a group a layer, in which they are numbered.
 *
 * @param layersGroup the group of all layers
 */
export function modernStore(root: Hdf5Node, layersGroup: string = "layers"): WeightStore {
  return (_, slots) =>
    slots.map(
      ({ group, index }) =>
        findNode(root, `${group.replaceAll("layers/", `${layersGroup}/`)}/${index}`)?.dataset,
    );
}
