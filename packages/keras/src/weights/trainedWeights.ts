import type { LayersModel, LayerVariable } from "@tensorflow/tfjs-layers";
import type { WeightSlot } from "./weightSlots.ts";

/** The weights that are trained, in the order of Keras; a layer that is frozen has none of them. */
export function trainedWeights(model: LayersModel, slots: readonly WeightSlot[]): LayerVariable[] {
  const trained = new Set(model.trainableWeights);
  return slots.map(({ weight }) => weight).filter((weight) => trained.has(weight));
}

/** Weights as Keras lists them by name: those that are trained first. */
export function trainedFirst(model: LayersModel, slots: readonly WeightSlot[]): WeightSlot[] {
  const trained = new Set(model.trainableWeights);
  return [
    ...slots.filter(({ weight }) => trained.has(weight)),
    ...slots.filter(({ weight }) => !trained.has(weight)),
  ];
}
