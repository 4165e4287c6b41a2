import type { LayersModel, layers } from "@tensorflow/tfjs-layers";
import type { UnsupportedLayer } from "../KerasError.ts";
import type { Json } from "../config/Json.ts";

/** A layer of tfjs; a model is one too. */
export type Layer = layers.Layer;

/** Makes a layer: a file is looked through as a whole, and all that is missing told, before any is made. */
export type Create = () => Layer;

/** What is known while a file is looked through and its model made. */
export interface Plan {
  /** Whether Keras 3 wrote it. */
  readonly modern: boolean;
  /** What tfjs does not have. */
  readonly unsupported: UnsupportedLayer[];
  /** The layers of each model in the order of the file, by which it names the weights; tfjs sorts them by its own rules. */
  readonly order: WeakMap<LayersModel, readonly Layer[]>;
  /** Set where a layer passes a mask on. */
  masks: boolean;
}

/**
 * Plans one layer, which may be a model: models get it handed in, since it needs them itself.
 *
 * @param path the names of the models around it
 */
export type PlanLayer = (spec: Json, path: readonly string[], plan: Plan) => Create;
