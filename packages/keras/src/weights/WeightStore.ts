import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Layer } from "../build/Plan.ts";
import type { Hdf5Dataset } from "../hdf5/Hdf5Node.ts";
import type { WeightSlot } from "./weightSlots.ts";

/** Gives the layers of a model in the order of Keras. */
export type LayersOf = (model: LayersModel) => readonly Layer[];

/** The data sets of a file for the weights of a model, in their order; undefined where the file has none. */
export type WeightStore = (
  model: LayersModel,
  slots: readonly WeightSlot[],
  layersOf: LayersOf,
) => readonly (Hdf5Dataset | undefined)[];
