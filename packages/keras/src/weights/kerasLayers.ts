import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Layer } from "../Layer.ts";

/** The layers of a model as Keras counts them: a sequential one without its input. */
export function kerasLayers(model: LayersModel): readonly Layer[] {
  if (model.getClassName() !== "Sequential") return model.layers;
  return model.layers.filter((layer) => layer.getClassName() !== "InputLayer");
}
