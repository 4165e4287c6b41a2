import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Layer } from "../Layer.ts";

/** Gives the layers of a model in the order of Keras. */
export type LayersOf = (model: LayersModel) => readonly Layer[];
