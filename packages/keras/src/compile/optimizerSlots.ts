import type { Optimizer } from "@tensorflow/tfjs-core";
import type { LayersModel, LayerVariable } from "@tensorflow/tfjs-layers";
import { objectAt } from "../config/Json.ts";
import type { WeightSlot } from "../weights/weightSlots.ts";

/** What an optimizer keeps of one weight: a momentum, for example. */
export interface OptimizerSlot {
  readonly weight: LayerVariable;
  /** Its place among all that tfjs keeps, which lists one kind for all weights after the other. */
  readonly place: number;
}

/** What an optimizer keeps. */
export interface OptimizerSlots {
  /** What is in a file of Keras behind steps and learning rate, in this order. */
  readonly inFile: readonly OptimizerSlot[];
  /** For all that tfjs keeps, the weight that it belongs to. */
  readonly inTfjs: readonly LayerVariable[];
  /** By what values are multiplied on the way from Keras. */
  readonly factor: number;
}

/**
 * What the optimizers keep whose state both have; undefined for others.
 *
 * @param weights those of the model in the order of Keras
 */
export function optimizerSlots(
  model: LayersModel,
  optimizer: Optimizer,
  weights: readonly WeightSlot[],
): OptimizerSlots | undefined {
  const { momentum, learningRate, centered } = objectAt(optimizer.getConfig());
  const order = [...new Set(model.trainableWeights)];
  const trained = weights.map(({ weight }) => weight).filter((weight) => order.includes(weight));
  const slot = (weight: LayerVariable, kind: number): OptimizerSlot => ({
    weight,
    place: kind * order.length + order.indexOf(weight),
  });
  const slots = (tfjsKinds: number, inFile: readonly OptimizerSlot[], factor = 1): OptimizerSlots => ({
    inFile,
    inTfjs: Array.from({ length: tfjsKinds }, () => order).flat(),
    factor,
  });
  const ofKind = (kind: number): OptimizerSlot[] => trained.map((weight) => slot(weight, kind));
  switch (optimizer.getClassName()) {
    case "SGD":
      return slots(0, []);
    case "Momentum":
      // Keras keeps the step, which has the rate in it; tfjs the gradients, which are subtracted.
      return slots(1, ofKind(0), -1 / (learningRate as number));
    case "RMSProp":
      return slots(centered ? 3 : 2, [
        ...ofKind(0),
        ...(momentum ? ofKind(1) : []),
        ...(centered ? ofKind(2) : []),
      ]);
    case "Adam":
      // Both kinds of one weight stand together.
      return slots(
        2,
        trained.flatMap((weight) => [slot(weight, 0), slot(weight, 1)]),
      );
    default:
      return undefined;
  }
}
