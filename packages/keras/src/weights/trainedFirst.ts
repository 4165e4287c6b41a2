import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { WeightSlot } from "./weightSlots.ts";

/** Weights as Keras lists them by name: those that are trained first. */
export function trainedFirst(model: LayersModel, slots: readonly WeightSlot[]): WeightSlot[] {
  const trained = new Set(model.trainableWeights);
  return [
    ...slots.filter(({ weight }) => trained.has(weight)),
    ...slots.filter(({ weight }) => !trained.has(weight)),
  ];
}
