import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Hdf5Dataset } from "../hdf5/Hdf5Node.ts";
import type { LayersOf } from "./LayersOf.ts";
import type { WeightSlot } from "./weightSlots.ts";

/** The data sets of a file for the weights of a model, in their order; undefined where the file has none. */
export type WeightStore = (
  model: LayersModel,
  slots: readonly WeightSlot[],
  layersOf: LayersOf,
) => readonly (Hdf5Dataset | undefined)[];
