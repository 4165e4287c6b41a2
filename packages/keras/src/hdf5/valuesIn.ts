import type { Hdf5Node } from "./Hdf5Node.ts";
import { sizeOf } from "./readDataspace.ts";

/** How many values the data sets of a file have together. */
export function valuesIn({ dataset, children }: Hdf5Node): number {
  const own = dataset ? sizeOf(dataset.shape) : 0;
  return [...children.values()].reduce((sum, child) => sum + valuesIn(child), own);
}
