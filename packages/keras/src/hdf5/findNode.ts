import type { Hdf5Group, Hdf5Node } from "./Hdf5Node.ts";

/** Finds what lies at a path such as `layers/dense/vars/0`. */
export function findNode(root: Hdf5Group, path: string): Hdf5Node | undefined {
  let node: Hdf5Node | undefined = root;
  for (const name of path.split("/")) node = node?.kind === "group" ? node.children.get(name) : undefined;
  return node;
}
