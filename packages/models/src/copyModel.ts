import { LayersModel } from "@tensorflow/tfjs-layers";
import { completeNormalization } from "./completeNormalization.ts";

type Layer = LayersModel["layers"][number];
type MadeFromConfig = Parameters<typeof LayersModel.fromConfig>[0] & typeof LayersModel;

/**
 * Makes a model of the same layers with weights of its own, not compiled.
 *
 * @throws what tfjs throws for a layer whose class is not registered, or whose configuration does not say all of it
 */
export function copyModel(model: LayersModel): LayersModel {
  const made = model.constructor as MadeFromConfig;
  // With zeros to start from: all are written over.
  const copy = made.fromConfig(made, model.getConfig(), {}, true) as LayersModel;
  copyWeights(model, copy);
  return copy;
}

/** Layer by layer: within a model that is a layer, tfjs lists the weights that learn before those of all layers that do not. */
function copyWeights(from: Layer, to: Layer): void {
  if (from instanceof LayersModel && to instanceof LayersModel) {
    for (const layer of from.layers) copyWeights(layer, to.getLayer(layer.name));
    return;
  }
  to.setWeights(from.getWeights());
  completeNormalization(to);
}
