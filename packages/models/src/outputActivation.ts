import { type layers, LayersModel } from "@tensorflow/tfjs-layers";

/**
 * Tells the activation that a model of one output ends in: what its numbers mean depends on it. `softmax` gives the probability of each
 * class, `sigmoid` of each by itself, `linear` values or the logarithms of what is not yet normalized.
 *
 * @returns the name as Keras writes it, e.g. `softmax`; also of a layer that does nothing else, and of a model within the model
 * @example
 * outputActivation(perceptron({ inputShape: [2] })); // "sigmoid"
 * outputActivation(linearRegression()); // "linear"
 */
export function outputActivation(model: LayersModel): string {
  const last = model.outputs[0]?.sourceLayer;
  return last === undefined ? "linear" : activationOf(last);
}

function activationOf(layer: layers.Layer): string {
  if (layer instanceof LayersModel) return outputActivation(layer);
  const { activation } = layer.getConfig();
  if (typeof activation === "string") return activation;
  const name = layer.getClassName().toLowerCase();
  return name === "softmax" || name === "relu" ? name : "linear";
}
