import type { Json } from "./config/Json.ts";
import type { Hdf5Dataset } from "./hdf5/Hdf5Node.ts";
import type { WeightStore } from "./weights/WeightStore.ts";

/** What a Keras file holds, before anything is made of it. */
export interface KerasFile {
  /** The class and the configuration of the model, as Keras 3 writes it. */
  readonly config: Json;
  /** What minibatch keeps beside the model. */
  readonly metadata: Json;
  /** The optimizer, the loss and the metrics; empty for a model that was not compiled. */
  readonly training: Json;
  /** The state of the optimizer, in its order. */
  readonly optimizerState: readonly (Hdf5Dataset | undefined)[];
  /** How many values all data sets have together. */
  readonly values: number;
  readonly store: WeightStore;
}
