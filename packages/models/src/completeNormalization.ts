import { ones, type Tensor } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";

/**
 * Lets a normalization without a scale learn, of which tfjs takes no gradient: the layer has the same weights, and gives the same, with a
 * scale of one. Other layers stay as they are.
 */
export function completeNormalization(layer: LayersModel["layers"][number]): void {
  if (layer.getClassName() !== "BatchNormalization" || layer.getConfig()["scale"] !== false) return;
  const normalization = layer as unknown as {
    gamma?: { read(): Tensor };
    readonly movingMean: { readonly shape: number[] };
  };
  normalization.gamma ??= { read: () => ones(normalization.movingMean.shape) };
}
