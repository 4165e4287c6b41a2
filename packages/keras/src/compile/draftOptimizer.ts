import type { Optimizer } from "@tensorflow/tfjs-core";
import type { LayersModel, LayerVariable } from "@tensorflow/tfjs-layers";
import { objectAt } from "../config/Json.ts";
import type { Hdf5Values } from "../hdf5/writeHdf5.ts";
import { slotLayout, slotPlace } from "./optimizerSlots.ts";

/**
 * The state of an optimizer as Keras numbers it: steps, learning rate, and what is kept for each weight; zeros before the first step.
 *
 * @param trained the weights that are trained, in the order of Keras
 */
export async function draftOptimizer(
  model: LayersModel,
  optimizer: Optimizer,
  trained: readonly LayerVariable[],
): Promise<Hdf5Values[]> {
  const layout = slotLayout(optimizer);
  if (layout === undefined) return [];
  const [iterations, ...slots] = await optimizer.getWeights();
  const steps = iterations ? await iterations.tensor.data<"int32">() : Int32Array.of(0);
  // The optimizer made this scalar for the call; everything else in the list is its own.
  iterations?.tensor.dispose();
  const learningRate = objectAt(optimizer.getConfig())["learningRate"] as number;
  const state: Hdf5Values[] = [
    { shape: [], data: Int32Array.from(steps) },
    { shape: [], data: Float32Array.of(learningRate) },
  ];
  const order = [...new Set(model.trainableWeights)];
  for (const [i, weight] of trained.entries()) {
    const shape = weight.shape as number[];
    for (const [kind, { tfjs, factor }] of layout.kinds.entries()) {
      const slot = slots[tfjs * (slots.length / layout.tfjsKinds) + order.indexOf(weight)];
      const size = shape.reduce((product, length) => product * length, 1);
      const data = slot
        ? (await slot.tensor.data<"float32">()).map((value) => value / factor)
        : new Float32Array(size);
      state[slotPlace(layout, kind, i, trained.length)] = { shape, data };
    }
  }
  return state;
}
