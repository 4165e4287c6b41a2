import { LayersModel } from "@tensorflow/tfjs-layers";

type Layer = LayersModel["layers"][number];

/**
 * Says whether a layer learns, and all layers in it where it is a model.
 *
 * As long as batch normalization does not learn, it computes as in prediction, as in Keras: tfjs would go on normalizing by the batch
 * and moving its averages.
 */
export function freezeLayer(layer: Layer, frozen: boolean): void {
  layer.trainable = !frozen;
  if (layer instanceof LayersModel) for (const inner of layer.layers) freezeLayer(inner, frozen);
  if (layer.getClassName() !== "BatchNormalization") return;
  // Asked for at each call: kernels may replace the method of the class.
  const { prototype } = layer.constructor as unknown as { readonly prototype: Layer };
  layer.call = (inputs, kwargs) =>
    prototype.call.call(layer, inputs, layer.trainable ? kwargs : { ...kwargs, training: false });
}
