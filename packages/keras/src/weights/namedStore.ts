import type { Hdf5Dataset, Hdf5Group } from "../hdf5/Hdf5Node.ts";
import { findNode } from "../hdf5/findNode.ts";
import type { WeightStore } from "./WeightStore.ts";

/** The weights of `.keras` files by the names of the layers, which Keras notes beside the numbers: for models of which a part is missing here. */
export function namedStore(root: Hdf5Group): WeightStore {
  const groups = new Map<string, Hdf5Group>();
  const layers = findNode(root, "layers");
  if (layers?.kind === "group") {
    for (const child of layers.children.values()) {
      const vars = child.kind === "group" ? child.children.get("vars") : undefined;
      const [name] = vars?.attributes.get("name")?.data ?? [];
      if (child.kind === "group" && typeof name === "string") groups.set(name, child);
    }
  }
  return (_, slots) =>
    slots.map(({ top, group, index }): Hdf5Dataset | undefined => {
      const own = groups.get(top.name);
      const node = own && findNode(own, [...group.split("/").slice(2), index].join("/"));
      return node?.kind === "dataset" ? node : undefined;
    });
}
