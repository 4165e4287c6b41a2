import type { Hdf5Node } from "./Hdf5Node.ts";

/** Finds what lies at a path such as `layers/dense/vars/0`. */
export function findNode(root: Hdf5Node | undefined, path: string): Hdf5Node | undefined {
  return path.split("/").reduce((node, name) => node?.children.get(name), root);
}
