import { findNode } from "../hdf5/findNode.ts";
import type { Hdf5Node } from "../hdf5/Hdf5Node.ts";
import type { WeightStore } from "./WeightStore.ts";

/**
 * The weights of files of Keras 3 by the names of the layers, and not by their numbers: for models of which a part is missing here.
 *
 * @param groups the numbered group of each layer by its name
 */
export function namedStore(groups: ReadonlyMap<string | undefined, Hdf5Node | undefined>): WeightStore {
  return (_, slots) =>
    slots.map(({ top, group, index }) => {
      const path = [...group.split("/").slice(2), index].join("/");
      return findNode(groups.get(top.name), path)?.dataset;
    });
}
