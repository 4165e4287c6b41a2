import type { layers } from "@tensorflow/tfjs-layers";

/** A layer of tfjs; a model is one too. */
export type Layer = layers.Layer;

/** What makes layers of one kind. */
export type LayerClass = new (config: object) => Layer;

/** What layers of layers have, and their types do not say. */
export interface Parts {
  readonly forwardLayer?: Layer;
  readonly backwardLayer?: Layer;
  readonly cell?: Layer;
  readonly cells?: readonly Layer[];
  readonly layer?: Layer;
  readonly layers?: readonly Layer[];
}
