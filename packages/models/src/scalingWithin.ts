import { LayersModel } from "@tensorflow/tfjs-layers";
import type { LoadedModel } from "./LoadedModel.ts";

/** Adds that inputs are taken as they are to what is known of a model that scales them itself, as many models of Keras do, and does not say so. */
export function scalingWithin({ model, metadata }: LoadedModel): LoadedModel {
  const isKnown = metadata.inputScaling !== undefined || model.inputs.length !== 1;
  if (isKnown || !rescales(model)) return { model, metadata };
  return { model, metadata: { ...metadata, inputScaling: { scale: 1, offset: 0 } } };
}

/** Whether inputs go through a `Rescaling` layer before anything that has learned. */
function rescales({ layers }: LayersModel): boolean {
  for (const layer of layers) {
    if (layer.getClassName() === "Rescaling") return true;
    if (layer instanceof LayersModel && rescales(layer)) return true;
    if (layer.weights.length > 0) return false;
  }
  return false;
}
