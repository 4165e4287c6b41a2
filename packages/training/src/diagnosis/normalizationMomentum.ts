import type { LayersModel } from "@tensorflow/tfjs-layers";
import { layersWithin } from "../loop/layersWithin.ts";

/**
 * Says with what momentum the averages of batch normalization move while a model trains, 0 to 1: the largest one, whose averages are the
 * last to leave where they began.
 *
 * @returns `undefined` where the model has none, or none that trains
 */
export function normalizationMomentum(model: LayersModel): number | undefined {
  const learning = model.trainable ? layersWithin(model, ({ trainable }) => trainable) : [];
  const momenta = learning
    .filter((layer) => layer.getClassName() === "BatchNormalization")
    .map((layer) => (layer as unknown as { readonly momentum: number }).momentum);
  return momenta.length > 0 ? Math.max(...momenta) : undefined;
}
