import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { ModelMetadata } from "./ModelMetadata.ts";

/** A model with what was saved beside it. */
export interface LoadedModel {
  /** Uncompiled; the caller disposes it. */
  readonly model: LayersModel;
  /**
   * When the model was saved by other software, what a `metadata.json` beside it says. Where a `Rescaling` layer of the model scales its
   * inputs, `inputScaling` says that they are taken as they are.
   */
  readonly metadata: ModelMetadata;
}
