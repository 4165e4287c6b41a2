import type { LayersModel } from "@tensorflow/tfjs-layers";
import { layersWithin } from "./layersWithin.ts";

/**
 * Lets batch normalization that does not learn, or in a layer that does not, compute as in prediction, as in Keras: tfjs goes on
 * normalizing by the batch, and moves the averages that are meant to stay.
 *
 * @returns makes the layers what they were
 */
export function inferFrozenNormalization(model: LayersModel): () => void {
  const learning = new Set(model.trainable ? layersWithin(model, ({ trainable }) => trainable) : []);
  const restores = layersWithin(model)
    .filter((layer) => layer.getClassName() === "BatchNormalization" && !learning.has(layer))
    .map((layer) => {
      const own = Object.getOwnPropertyDescriptor(layer, "call");
      const call = layer.call.bind(layer);
      layer.call = (inputs, kwargs) => call(inputs, { ...kwargs, training: false });
      return () => {
        if (own) Object.defineProperty(layer, "call", own);
        else Reflect.deleteProperty(layer, "call");
      };
    });
  return () => {
    for (const restore of restores) restore();
  };
}
