import type { Hdf5Dataset, Hdf5Group } from "../hdf5/Hdf5Node.ts";
import { findNode } from "../hdf5/findNode.ts";
import type { WeightStore } from "./WeightStore.ts";

/** The weights of `.keras` and `.weights.h5` files of Keras 3: a group a layer, in which they are numbered. */
export function modernStore(root: Hdf5Group): WeightStore {
  // Keras 2.13 called the group of all layers so.
  const old = root.children.has("_layer_checkpoint_dependencies");
  return (_, slots) =>
    slots.map(({ group, index }): Hdf5Dataset | undefined => {
      const path = old ? group.replaceAll("layers/", "_layer_checkpoint_dependencies/") : group;
      const node = findNode(root, `${path}/${index}`);
      return node?.kind === "dataset" ? node : undefined;
    });
}
