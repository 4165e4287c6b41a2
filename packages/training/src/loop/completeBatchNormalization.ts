import { ones, type Tensor, zeros } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { layersWithin } from "./layersWithin.ts";

/** The weights that tfjs' layer reads when it trains, also those that it was told to do without. */
interface BatchNormalization {
  gamma?: { read(): Tensor };
  beta?: { read(): Tensor };
  readonly movingMean: { readonly shape: number[] };
}

/**
 * Lets batch normalization without `scale` or `center` train: tfjs-layers 4.22 reads the weight that such a layer does not
 * have ("reading 'read'"). What it reads now is a scale of one and a shift of zero, made in the `tidy` of its call; the layer
 * has the same weights, and predicts the same, as before.
 */
export function completeBatchNormalization(model: LayersModel): void {
  for (const layer of layersWithin(model)) {
    if (layer.getClassName() !== "BatchNormalization") continue;
    const normalization = layer as unknown as BatchNormalization;
    const { shape } = normalization.movingMean;
    normalization.gamma ??= { read: () => ones(shape) };
    normalization.beta ??= { read: () => zeros(shape) };
  }
}
